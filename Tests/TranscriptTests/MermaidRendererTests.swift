import HTTPMessages
import TestSupport
import Testing
import Transcript

struct MermaidRendererTests {
  private func lines(of report: Report) -> [String] {
    MermaidRenderer.render(report).split(separator: "\n").map {
      String($0.trimmingPrefix { $0 == " " })
    }
  }

  /// The text without Mermaid's entity codes, such as `#35;`.
  private func withoutCodes(_ text: String) -> String {
    text.replacing(#/#\d+;/#.matchingSemantics(.unicodeScalar), with: "").replacing(
      "<br/>", with: "")
  }

  @Test func `participants and arrows follow the flow, and no value of the run stands there`()
    async throws
  {
    let report = try await SampleReport.make()
    let lines = lines(of: report)
    let beginnings = [
      "sequenceDiagram", "participant Client", "participant Browser",
      "participant Server as Fitbit",
      "Note over Client: 1 ", "Client->>Browser: 2 ",
      "Browser->>Server: GET /oauth2/authorize<br/>",
      "Note over Browser,Server: The user signs in and grants access",
      "Server-->>Browser: 302 redirect<br/>", "Browser->>Client: 3 /callback<br/>",
      "Client->>Server: 4 POST /oauth2/token<br/>", "Server-->>Client: 5 status 200<br/>",
    ]
    try #require(lines.count == beginnings.count)
    for (line, beginning) in zip(lines, beginnings) { expect(line.hasPrefix(beginning)) }
    expect(lines[6].hasSuffix("code_challenge, code_challenge_method"))
    expect(lines[8].hasSuffix("code, state"))
    expect(
      lines[10].hasSuffix("Authorization, grant_type, client_id, code, code_verifier, redirect_uri")
    )
    expect(lines[11].contains("access_token") && !lines[11].contains("expires_at"))
    let text = MermaidRenderer.render(report)
    for value in [
      Guide.code, Guide.state, Guide.verifier, Guide.challenge, Guide.clientSecret, "eyJhbGci",
    ] {
      expect(!text.contains(value), "\(value)")
    }
  }

  @Test func `a run that stopped says where and why`() async throws {
    let report = try await SampleReport.make(query: "?code=a&state=other")
    let lines = lines(of: report)
    expect(lines.last?.hasPrefix("Note over Client: step 3 failed<br/>"), is: true)
    expect(!lines.contains { $0.contains("Client->>Server") })
  }

  @Test(arguments: [
    "a;b", "a#b", "a#59;b", "a\nApp->>Server: forged", "<script>", "a\"b", "end", "%%{init}%%",
    "a#\u{301}b;\u{301}c", "\u{1B}[2J",
  ])
  func `a name from the server cannot change the diagram`(name: String) async throws {
    let query = "?\(Form.encode(name))=x&code=a&state=\(Guide.state)"
    let plain = MermaidRenderer.render(try await SampleReport.make())
    let text = MermaidRenderer.render(try await SampleReport.make(query: query))
    let lineCount = text.split(whereSeparator: \.isNewline).count
    expect(lineCount, is: plain.split(whereSeparator: \.isNewline).count)
    // Scalars, since a combining mark makes another Character of the one before it.
    let left = withoutCodes(text).unicodeScalars
    for special in ["#", ";", "<", "\"", "\u{1B}"] as [Unicode.Scalar] {
      expect(!left.contains(special), "\(special.debugDescription)")
    }
  }
}
