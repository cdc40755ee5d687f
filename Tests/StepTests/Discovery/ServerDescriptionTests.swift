import Discovery
import TestSupport
import Testing
import Vocabulary

struct ServerDescriptionTests {
  private func server(_ text: String) throws -> AuthorizationServer {
    try ServerDescription(parsing: Array(text.utf8)).server(named: "mine.json")
  }

  private static let endpoints =
    #""authorization_endpoint":"https://a.example/authorize","token_endpoint":"https://a.example/token""#

  @Test func `two endpoints are enough, and every peculiarity can be said`() throws {
    let server = try server("{\(Self.endpoints)}")
    expect(server.name, is: "mine.json")
    expect(server.tokenEndpoint, is: "https://a.example/token")
    expect(server.expectedIssuer, is: .unknown)
    expect(server.clientAuthentication, is: .header)
    let odd = try self.server(
      """
      {\(Self.endpoints), "name": "Mine", "profile_endpoint": "http://127.0.0.1:9/me",
       "token_endpoint_auth_method": "client_secret_post", "introspection_authorization": "access_token",
       "authorization_parameters": {"audience": "api", "access_type": "offline"},
       "suggested_scope": "read", "peculiarities": ["It is slow."]}
      """)
    expect(odd.name, is: "Mine")
    expect(odd.profileEndpoint, is: "http://127.0.0.1:9/me")
    expect(odd.clientAuthentication, is: .body)
    expect(odd.introspectionAuthorization, is: .accessToken)
    expect(odd.authorizationParameters.map(\.name), is: ["access_type", "audience"])
    expect(odd.suggestedScope, is: "read")
    expect(odd.quirks, is: ["It is slow."])
  }

  @Test(arguments: [
    #"{}"#, #"[]"#, #"{"authorization_endpoint":"https://a.example"}"#,
    #"{"authorization_endpoint":"http://a.example","token_endpoint":"https://a.example"}"#,
    "{\(endpoints),\"token_endpoint_auth_method\":\"private_key_jwt\"}",
    "{\(endpoints),\"authorization_parameters\":[]}", "{\(endpoints),\"name\":1}",
    // RFC 6749 §3.1: the request has these parameters already.
    "{\(endpoints),\"authorization_parameters\":{\"scope\":\"write\"}}",
    "{\(endpoints),\"authorization_parameters\":{\"a\":\"b\",\"state\":\"fixed\"}}",
    #"{"authorization_endpoint":"https://a/?client_id=x","token_endpoint":"https://a/"}"#,
    #"{"authorization_endpoint":"https://a/","token_endpoint":"https://a/?grant_type=x"}"#,
    "{\(endpoints),\"token_parameters\":{\"grant_type\":\"x\"}}",
    "{\(endpoints),\"token_parameters\":{\"client_secret\":\"x\"}}",
    "{\(endpoints),\"authorization_parameters\":{\"x\":[\"https://a\",\"https://b\"]}}",
    "{\(endpoints),\"token_parameters\":{\"x\":1}}",
    "{\(endpoints),\"scope_separator\":\";\"}", "{\(endpoints),\"scopes_supported\":\"a b\"}",
    "{\(endpoints),\"peculiarities\":[1]}",
    // RFC 8259 §4.
    "{\(endpoints),\"token_endpoint\":\"https://b.example/token\"}",
    "{\(endpoints),\"authorization_parameters\":{\"a\":\"1\",\"a\":\"2\"}}",
    // A parameter of the endpoint's own query (RFC 6749 §3.1).
    #"{"authorization_endpoint":"https://a/?p=x","token_endpoint":"https://a/","#
      + #""authorization_parameters":{"p":"y"}}"#,
  ])
  func `a member that cannot be used is named`(text: String) {
    let failure = #expect(throws: StepFailure.self) { try server(text) }
    expect(failure?.reason, is: .metadataInvalid)
  }

  @Test func `a file can say what its server wants, and unknown members are known as such`()
    throws
  {
    let text = """
      {\(Self.endpoints), "token_parameters": {"resource": "https://r.example"}, "scope_separator": ",",
       "token_endpoint_auth_method": "none", "suggested_scop": "x", "jwks_uri": "https://a.example/k"}
      """
    let server = try server(text)
    expect(server.tokenParameters.map(\.name), is: ["resource"])
    expect(server.scopeSeparator, is: .comma)
    // RFC 7591 §2: a public client.
    expect(server.clientAuthentication, is: .none)
    let description = try ServerDescription(parsing: Array(text.utf8))
    expect(description.unknownNames, is: ["jwks_uri", "suggested_scop"])
  }
}
