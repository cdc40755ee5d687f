import HTTPMessages
import Step4TokenRequest
import TestSupport
import Testing
import TokenUse
import Vocabulary

/// A server that wants the client secret in the body: RFC 6749 §2.3.1.
struct SecretInTheBodyTests {
  private static let server = AuthorizationServer(
    name: "a server", authorizationEndpoint: "https://server.example.com/authorize",
    tokenEndpoint: "https://server.example.com/token",
    revocationEndpoint: "https://server.example.com/revoke",
    introspectionEndpoint: "https://server.example.com/introspect", clientAuthentication: .body)

  private func client(_ type: ApplicationType) throws -> Client {
    Client(
      identifier: "s6BhdRkqt3", applicationType: type,
      redirectURI: try RedirectURI("https://client.example.com/cb"),
      secret: ClientSecret("7Fjfp0ZBr1KtDRbnfVdmIw"))
  }

  private func pairs(_ request: HTTPRequest) throws -> [String: String] {
    let form = try #require(request.form)
    return Dictionary(uniqueKeysWithValues: form.pairs.map { ($0.name, $0.value) })
  }

  @Test
  func `a refresh is the RFC's example, and every other request authenticates in the same way`()
    throws
  {
    let request = try RefreshRequest(
      server: Self.server, client: client(.server),
      refreshToken: RefreshToken("tGzv3JOkF0XG5Qx2TlKWIA")
    ).output()
    // RFC 6749 §2.3.1, the example.
    expect(
      try pairs(request),
      is: [
        "grant_type": "refresh_token", "refresh_token": "tGzv3JOkF0XG5Qx2TlKWIA",
        "client_id": "s6BhdRkqt3", "client_secret": "7Fjfp0ZBr1KtDRbnfVdmIw",
      ])
    expect(request.fields.value(of: "Authorization"), is: nil)
    expect(!request.url.contains("7Fjfp0ZBr1KtDRbnfVdmIw"))
    // Client credentials name the client in the body too.
    let grant = try TokenRequest(
      server: Self.server, client: client(.server), grant: .clientCredentials
    ).output()
    expect(
      try pairs(grant),
      is: [
        "grant_type": "client_credentials", "client_id": "s6BhdRkqt3",
        "client_secret": "7Fjfp0ZBr1KtDRbnfVdmIw",
      ])
    // Revocation and introspection authenticate in the same way.
    let revocation = try RevocationRequest(
      server: Self.server, client: client(.server), token: .access(AccessToken("t"))
    ).output()
    let introspection = try IntrospectionRequest(
      server: Self.server, client: client(.server), accessToken: AccessToken("t")
    ).output()
    for request in [revocation, introspection] {
      expect(
        try pairs(request),
        is: [
          "token": "t", "client_id": "s6BhdRkqt3", "client_secret": "7Fjfp0ZBr1KtDRbnfVdmIw",
        ])
      expect(request.fields.value(of: "Authorization"), is: nil)
    }
  }

  @Test func `an application without a secret sends none`() throws {
    let request = try TokenRequest(
      server: Self.server, client: client(.client),
      grant: .authorizationCode(
        AuthorizationCode("c"), verifier: try CodeVerifier(Guide.verifier),
        redirectURI: client(.client).redirectURI)
    ).output()
    expect(try pairs(request)["client_secret"], is: nil)
    expect(try pairs(request)["client_id"], is: "s6BhdRkqt3")
  }

  @Test func `a server without an endpoint is not asked`() throws {
    let bare = AuthorizationServer(
      name: "a server", authorizationEndpoint: "https://server.example.com/authorize",
      tokenEndpoint: "https://server.example.com/token")
    let client = try client(.server)
    expect(
      RevocationRequest(server: bare, client: client, token: .refresh(RefreshToken("t"))).failure?
        .reason,
      is: .endpointUnknown)
    expect(
      IntrospectionRequest(server: bare, client: client, accessToken: AccessToken("t")).failure?
        .reason, is: .endpointUnknown)
    expect(
      ResourceRequest(server: bare, accessToken: AccessToken("t")).failure?.reason,
      is: .endpointUnknown)
  }
}
