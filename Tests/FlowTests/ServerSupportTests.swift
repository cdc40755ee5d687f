import Discovery
import Flows
import HTTPMessages
import TestSupport
import Testing
import Vocabulary

/// What a server's description rules out: RFC 8414 §2, RFC 9126 §5.
struct ServerSupportTests {
  struct Case: Sendable {
    let members: String
    var flow = Flow.pkce
    var type = ApplicationType.server
    var isMethodGiven = false
    /// What is named; `nil` where nothing stands in the way.
    let names: String?
  }

  private static let endpoints =
    #""issuer":"https://a.example","authorization_endpoint":"https://a.example/a","token_endpoint":"https://a.example/t""#
  private static let grants = #""grant_types_supported":["client_credentials"]"#
  private static let key = #""token_endpoint_auth_methods_supported":["private_key_jwt"]"#
  private static let pushed = #""require_pushed_authorization_requests":true"#

  static let cases = [
    Case(members: #""scopes_supported":["a"]"#, names: nil),
    Case(members: pushed, names: "require_pushed_authorization_requests"),
    Case(members: #""require_pushed_authorization_requests":false"#, names: nil),
    // RFC 9126 §5 is about authorization requests.
    Case(members: "\(pushed),\(grants)", flow: .clientCredentials, names: nil),
    Case(members: key, names: "private_key_jwt"), Case(members: key, type: .client, names: "jwt"),
    Case(members: key, isMethodGiven: true, names: nil),
    Case(members: key, flow: .implicit, type: .client, names: nil),
    Case(
      members: #""token_endpoint_auth_methods_supported":["client_secret_post","private_key_jwt"]"#,
      names: nil),
    // RFC 8414 §2: if omitted, the default is client_secret_basic.
    Case(members: #""x":1"#, type: .client, names: nil),
    Case(members: grants, names: "grant_types_supported"),
    Case(members: grants, flow: .clientCredentials, names: nil),
    // A description that is silent rules nothing out: many servers leave the member out.
    Case(members: #""x":1"#, flow: .clientCredentials, names: nil),
    Case(members: #""x":1"#, flow: .implicit, type: .client, names: nil),
    Case(
      members: #""response_types_supported":["code"]"#, flow: .implicit, type: .client,
      names: "response_types_supported"),
    Case(
      members: #""response_types_supported":["token"]"#, flow: .code,
      names: "response_types_supported"),
  ]

  @Test(arguments: cases.indices)
  func `what the metadata rules out is found before anything is sent`(index: Int) throws {
    let row = Self.cases[index]
    let failure = Self.failure(
      of: try Self.described("{\(Self.endpoints),\(row.members)}"), row)
    expect(failure?.reason, is: row.names == nil ? nil : .serverUnsupported, row.members)
    expect(failure?.received.contains(row.names ?? "") ?? true, row.members)
  }

  @Test func `a file of the user's own has no defaults, and counts where it says something`() throws
  {
    let short = try ServerDescription(parsing: Array("{\(Self.endpoints)}".utf8)).server(named: "m")
    let row = Case(members: "", flow: .clientCredentials, names: nil)
    expect(Self.failure(of: short, row), is: nil)
    let long = try ServerDescription(parsing: Array("{\(Self.endpoints),\(Self.pushed)}".utf8))
      .server(named: "m")
    expect(Self.failure(of: long, Case(members: "", names: nil))?.reason, is: .serverUnsupported)
  }

  private static func described(_ text: String) throws -> AuthorizationServer {
    try MetadataResponse(
      response: HTTPResponse(
        status: 200, fields: [HTTPField("Content-Type", "application/json")],
        body: Array(text.utf8)), issuer: IssuerIdentifier("https://a.example"), origin: .live
    ).output()
  }

  private static func failure(of server: AuthorizationServer, _ row: Case) -> StepFailure? {
    do throws(StepFailure) {
      try server.checkSupport(of: row.flow.about, as: row.type, isMethodGiven: row.isMethodGiven)
      return nil
    } catch {
      return error
    }
  }
}
