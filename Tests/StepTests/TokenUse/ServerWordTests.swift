import HTTPMessages
import TestSupport
import Testing
import TokenUse
import Vocabulary

/// What is said of a token's use at one server, and what everywhere.
struct ServerWordTests {
  private static let mine = AuthorizationServer(
    name: "Mine", authorizationEndpoint: "https://mine.example/authorize",
    tokenEndpoint: "https://mine.example/token")

  private func purposes(at server: AuthorizationServer) throws -> [String] {
    let client = try Guide.client(.server)
    let response = RefreshResponse(
      response: HTTPResponse(status: 200, fields: [], body: []), grantedScope: nil, receivedAt: 0,
      origin: .live)
    return [
      RefreshRequest(server: server, client: client, refreshToken: RefreshToken("r")).purpose,
      response.from(server).purpose,
      RevocationRequest(server: server, client: client, token: .refresh(RefreshToken("r"))).purpose,
      IntrospectionRequest(server: server, client: client, accessToken: AccessToken("a")).purpose,
    ]
  }

  @Test func `each purpose names Fitbit at Fitbit, and nobody elsewhere`() throws {
    for purpose in try purposes(at: .fitbit) { expect(purpose.contains("Fitbit"), "\(purpose)") }
    for server in [Self.mine, .googleHealth] {
      for purpose in try purposes(at: server) {
        expect(!purpose.contains("Fitbit") && purpose.hasSuffix("."), "\(purpose)")
      }
    }
    // RFC 6749 §6: where no new refresh token comes, the old one stays.
    expect(try purposes(at: Self.mine)[1].contains("the old one stays valid"))
  }
}
