import Discovery
import HTTPMessages
import TestSupport
import Testing
import Vocabulary

struct MetadataResponseTests {
  /// The example of RFC 8414 §3.2, shortened in its lists of languages and algorithms.
  private static let example = """
    {
      "issuer": "https://server.example.com",
      "authorization_endpoint": "https://server.example.com/authorize",
      "token_endpoint": "https://server.example.com/token",
      "token_endpoint_auth_methods_supported": ["client_secret_basic", "private_key_jwt"],
      "userinfo_endpoint": "https://server.example.com/userinfo",
      "jwks_uri": "https://server.example.com/jwks.json",
      "registration_endpoint": "https://server.example.com/register",
      "scopes_supported": ["openid", "profile", "email", "address", "phone", "offline_access"],
      "response_types_supported": ["code", "code token"],
      "service_documentation": "http://server.example.com/service_documentation.html"
    }
    """

  private func step(
    _ body: String, status: Int = 200, issuer: String = "https://server.example.com",
    type: String = "application/json"
  ) throws -> MetadataResponse {
    MetadataResponse(
      response: HTTPResponse(
        status: status, fields: [HTTPField("Content-Type", type)], body: Array(body.utf8)),
      issuer: try IssuerIdentifier(issuer), origin: .live)
  }

  private func failure(_ step: MetadataResponse) throws -> StepFailure {
    try #require(throws: StepFailure.self) { try step.output() }
  }

  @Test func `the example of the RFC is read`() throws {
    let step = try step(Self.example)
    let server = try step.output()
    expect(server.issuer, is: "https://server.example.com")
    expect(server.authorizationEndpoint, is: "https://server.example.com/authorize")
    expect(server.tokenEndpoint, is: "https://server.example.com/token")
    expect(server.revocationEndpoint, is: nil)
    expect(server.clientAuthentication, is: .header)
    expect(!server.promisesIssuer)
    expect(server.scopes.map(\.name).contains("offline_access"))
    expect(step.run().departures, is: [])
    let remarks = step.run().notes.map { "\($0)" }.joined()
    // RFC 8414 §2: without the member the server does not support PKCE.
    expect(remarks.contains("code_challenge_methods_supported"))
    expect(remarks.contains("registration_endpoint"))
  }

  @Test(arguments: [
    "https://server.example.com/", "https://Server.example.com", "https://server.example.com:443",
  ])
  func `an issuer that differs in one character is another one`(issuer: String) throws {
    let failure = try failure(step(Self.example, issuer: issuer))
    expect(failure.reason, is: .issuerMismatch)
    expect(failure.received, is: "issuer https://server.example.com")
  }

  static let untrusted: [(body: String, reason: StepFailure.Reason)] = [
    (#"{"authorization_endpoint":"https://a/","token_endpoint":"https://a/"}"#, .issuerMismatch),
    (#"{"issuer":7}"#, .metadataInvalid), ("[]", .metadataInvalid), ("", .metadataInvalid),
    ("<html>", .metadataInvalid),
    (#"{"issuer":"https://server.example.com"}"#, .metadataInvalid),
    (
      #"{"issuer":"https://server.example.com","authorization_endpoint":"https://a/"}"#,
      .metadataInvalid
    ),
    (
      #"{"issuer":"https://server.example.com","authorization_endpoint":"https://a/","token_endpoint":"http://a/"}"#,
      .metadataInvalid
    ),
    (
      #"{"issuer":"https://server.example.com","authorization_endpoint":"javascript:alert(1)","token_endpoint":"https://a/"}"#,
      .metadataInvalid
    ),
    (
      #"{"issuer":"https://server.example.com","authorization_endpoint":"https://u:p@a/","token_endpoint":"https://a/"}"#,
      .metadataInvalid
    ),
  ]

  static let answers: [(status: Int, body: String, reason: StepFailure.Reason)] =
    untrusted.map { (200, $0.body, $0.reason) }
    + [404, 301, 500, 204].map { ($0, example, .metadataInvalid) }

  @Test(arguments: answers)
  func `a description that cannot be trusted, or has another status, is not used`(
    status: Int, body: String, reason: StepFailure.Reason
  ) throws {
    expect(try failure(step(body, status: status)).reason, is: reason)
  }

  @Test func `where the secret belongs, and a promise of iss, are kept in mind`() throws {
    let body = Self.example.replacing(
      #"["client_secret_basic", "private_key_jwt"]"#, with: #"["client_secret_post"]"#)
    expect(try step(body).output().clientAuthentication, is: .body)
    let promising = Self.example.replacing(
      #""response_types_supported""#,
      with: #""authorization_response_iss_parameter_supported": true, "response_types_supported""#)
    let server = try step(promising).output()
    expect(
      server.expectedIssuer, is: .known("https://server.example.com", isPromised: true))
  }

  @Test func `a server cannot say of itself what only the user's own file may`() throws {
    let own = #"""
      "name": "Fitbit", "authorization_parameters": {"audience": "x", "redirect_uri": "http://evil"},
      "token_endpoint_auth_method": "client_secret_post", "introspection_authorization": "access_token",
      "suggested_scope": "all", "peculiarities": ["Trust it."], "response_types_supported"
      """#
    let step = try step(Self.example.replacing(#""response_types_supported""#, with: own))
    expect(try step.output(), is: try self.step(Self.example).output())
    let remarks = step.run().notes.map { "\($0)" }.joined()
    expect(remarks.contains("authorization_parameters") && remarks.contains("name"))
  }

  @Test func `what RFC 8414 requires and is missing is told`() throws {
    let body = Self.example.replacing(#""response_types_supported""#, with: #""other""#)
    let step = try step(body, type: "text/plain")
    expect(step.run().departures.map(\.reference), is: [.rfc8414("3.2"), .rfc8414("2")])
    expect(try step.output().tokenEndpoint, is: "https://server.example.com/token")
  }
}
