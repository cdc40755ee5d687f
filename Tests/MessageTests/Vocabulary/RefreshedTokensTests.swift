import TestSupport
import Testing
import Vocabulary

struct RefreshedTokensTests {
  private func tokens(_ name: String, refresh: String?, scope: String, user: String?) -> Tokens {
    Tokens(
      accessToken: AccessToken(name), tokenType: "Bearer", expiresIn: 3600,
      refreshToken: refresh.map(RefreshToken.init), scope: Scope(scope), userID: user)
  }

  @Test
  func `new tokens replace the old ones, and where no new refresh token came, the old one stays`() {
    // RFC 6749 §6: the client MUST discard the old refresh token and replace it with the new one.
    let old = tokens("a", refresh: "r", scope: "activity profile", user: "2ABCDE")
    let new = tokens("b", refresh: "s", scope: "profile", user: "2ABCDE")
    expect(old.refreshed(by: new), is: new)
    // RFC 6749 §6: the authorization server MAY issue a new refresh token.
    let kept = tokens("a", refresh: "r", scope: "profile", user: "2ABCDE")
    let without = tokens("b", refresh: nil, scope: "profile", user: nil)
    expect(
      kept.refreshed(by: without), is: tokens("b", refresh: "r", scope: "profile", user: "2ABCDE"))
  }
}
