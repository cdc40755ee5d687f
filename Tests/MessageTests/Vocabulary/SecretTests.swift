import TestSupport
import Testing
import Vocabulary

struct SecretTests {
  private func secrets(_ text: String) throws -> [any Secret] {
    [
      try CodeVerifier(text), ClientSecret(text), AuthorizationCode(text), AccessToken(text),
      RefreshToken(text),
    ]
  }

  @Test
  func `printing, describing, reflecting or dumping never shows a secret, nor what holds one`()
    throws
  {
    for secret in try secrets(Guide.verifier) {
      var dumped = ""
      dump(secret, to: &dumped)
      var printed = ""
      print(secret, terminator: "", to: &printed)
      let texts = [
        String(describing: secret), String(reflecting: secret), "\(secret)", dumped, printed,
      ]
      for text in texts {
        expect(!text.contains(Guide.verifier))
        expect(!text.contains("0123456789"))
        expect(!text.isEmpty)
      }
      expect(String(describing: secret).contains("\(type(of: secret))"))
      expect(secret.value, is: Guide.verifier)
    }
    let text = "s3cr3t-that-nobody-may-read-in-any-log-file-ever"
    let client = try Guide.client(secret: text)
    let tokens = Tokens(
      accessToken: AccessToken(text), tokenType: "Bearer", expiresIn: 1,
      refreshToken: RefreshToken(text), scope: Scope("a"), userID: nil)
    let holders: [Any] = [client, tokens, [client], ["key": tokens], Optional(client) as Any]
    for holder in holders {
      var dumped = ""
      dump(holder, to: &dumped)
      for shown in [String(describing: holder), String(reflecting: holder), dumped] {
        expect(!shown.contains(text))
      }
    }
  }

  @Test func `two secrets are equal if their values are`() {
    expect(ClientSecret("one") != ClientSecret("two"))
    expect(ClientSecret("one"), is: ClientSecret("one"))
  }
}
