import HTTPMessages
import Recordings
import Step2AuthorizationRequest
import Step4TokenRequest
import TestSupport
import Testing
import Vocabulary

/// The recorded requests of the flows without PKCE are what the steps build today.
struct OtherRecordedRequestsTests {
  static let authorizationRequests: [(name: String, type: ResponseType)] = [
    ("code-granted-2-request.http", .code(challenge: nil)),
    ("implicit-granted-2-request.http", .token(.oneDay)),
  ]

  /// With what is wrong on purpose: a secret or a redirect URI.
  static let tokenRequests: [(name: String, secret: String, redirectURI: String)] = [
    ("code-granted-4-request.http", Guide.clientSecret, Guide.redirectURI),
    ("code-wrong-secret-4-request.http", "DEF457", Guide.redirectURI),
    ("code-redirect-mismatch-4-request.http", Guide.clientSecret, Guide.redirectURI + "/"),
    ("client-credentials-granted-4-request.http", Guide.clientSecret, Guide.redirectURI),
    ("client-credentials-wrong-secret-4-request.http", "DEF457", Guide.redirectURI),
  ]

  /// The code of the recordings of this flow; their heads say that it is invented.
  static let code = "c25e8f0b7d1946a3508ef2d4b6970c1a3e85f46d"

  @Test func `step 2 builds every recorded authorization request`() throws {
    for (name, type) in Self.authorizationRequests {
      let request = try AuthorizationRequest(
        server: .fitbit, client: Guide.client(), scope: Scope(Guide.scope),
        state: State(Guide.state), responseType: type
      ).output()
      let recorded = try RecordedRequestsTests.recorded(name)
      expect(recorded, is: RecordedRequestsTests.text(of: request), "\(name)")
    }
  }

  @Test func `step 4 builds every recorded token request`() throws {
    for (name, secret, redirectURI) in Self.tokenRequests {
      let code = Grant.authorizationCode(
        AuthorizationCode(Self.code), verifier: nil, redirectURI: try RedirectURI(redirectURI))
      let request = try TokenRequest(
        server: .fitbit, client: Guide.client(secret: secret),
        grant: name.hasPrefix("code-") ? code : .clientCredentials
      ).output()
      let recorded = try RecordedRequestsTests.recorded(name)
      expect(recorded, is: RecordedRequestsTests.text(of: request), "\(name)")
    }
  }
}
