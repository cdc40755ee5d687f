import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

/// Diagrams of the flows without PKCE.
struct FlowMermaidTests {
  private func lines(of report: Report) -> [String] {
    MermaidRenderer.render(report).split(separator: "\n").map {
      String($0.trimmingPrefix { $0 == " " })
    }
  }

  private static let server = "participant Server as Fitbit, authorization server"

  private static let decision = "Note over Browser,Server: The user signs in and grants access"

  private static let fragment = "in the fragment: access_token, state, token_type, expires_in"

  /// How the lines of each flow's diagram begin, and the body of its token response.
  static let diagrams: [(flow: Flow, body: String, beginnings: [String])] = [
    (
      .code, TestTokenResponse.good,
      [
        "sequenceDiagram", "participant Client", "participant Browser", server,
        "Client->>Browser: 2 ",
        "Browser->>Server: GET /oauth2/authorize<br/>", decision,
        "Server-->>Browser: 302 redirect<br/>code, state",
        "Browser->>Client: 3 /callback<br/>code, state",
        "Client->>Server: 4 POST /oauth2/token<br/>Authorization, grant_type, client_id, code, redirect_uri",
        "Server-->>Client: 5 status 200<br/>access_token",
      ]
    ),
    (
      .implicit, TestTokenResponse.good,
      [
        "sequenceDiagram", "participant Client", "participant Browser", server,
        "Client->>Browser: 2 ",
        "Browser->>Server: GET /oauth2/authorize<br/>", decision,
        "Server-->>Browser: 302 redirect<br/>\(fragment)",
        "Browser->>Client: 3 /callback<br/>\(fragment)",
      ]
    ),
    (
      .clientCredentials, #"{"access_token":"a","token_type":"Bearer"}"#,
      [
        "sequenceDiagram", "participant Client", server,
        "Client->>Server: 4 POST /oauth2/token<br/>Authorization, grant_type",
        "Server-->>Client: 5 status 200<br/>access_token, token_type",
      ]
    ),
  ]

  @Test(arguments: diagrams)
  func `a diagram has the arrows of its flow, and no value`(
    flow: Flow, body: String, beginnings: [String]
  ) async throws {
    let lines = lines(of: try await FlowReport.make(flow, body: body))
    try #require(lines.count == beginnings.count)
    for (line, beginning) in zip(lines, beginnings) { expect(line.hasPrefix(beginning)) }
    let text = lines.joined(separator: "\n")
    expect(!text.contains("2YotnFZFEjr1zCsicMWpAA") && !text.contains(Guide.state))
  }

  @Test(arguments: [
    "a;b", "a#b", "a\nApp->>Server: forged", "<script>", "a\"b", "\u{1B}[2J", "#\u{301}",
  ])
  func `a name in the fragment cannot change the diagram`(name: String) async throws {
    let rest = TestImplicitResponse.good + "&\(Form.encode(name))=x"
    let plain = lines(of: try await FlowReport.make(.implicit))
    let lines = lines(of: try await FlowReport.make(.implicit, rest: rest))
    expect(lines.count, is: plain.count)
    let text = lines.joined(separator: "\n")
      .replacing(#/#\d+;/#.matchingSemantics(.unicodeScalar), with: "")
      .replacing("<br/>", with: "")
    for special in ["#", ";", "<", "\"", "\u{1B}"] as [Unicode.Scalar] {
      expect(!text.unicodeScalars.contains(special), "\(special.debugDescription)")
    }
  }
}
