import Vocabulary

extension SecretValue {
  /// What stops somebody who has seen the value, in a flow; `nil` where the flow has no such value.
  func defence(in flow: Flow) -> (text: String, reference: Reference)? {
    switch (self, flow) {
    case (.clientSecret, _): ("it stays on the app's own server", .rfc6749("10.1"))
    case (.codeVerifier, _):
      ("it is new each time, and sent once, directly, together with the code", .rfc7636("7.1"))
    case (.code, .pkce):
      ("PKCE: a code is worth nothing without its verifier", .rfc9700("4.5.3.1"))
    case (.code, _):
      (
        "the client secret, against a thief outside; nothing, against one who pastes it into the app",
        .rfc9700("4.5.2")
      )
    case (.accessToken, .implicit):
      ("nothing but its end: it was in the address", .rfc9700("4.3.2"))
    case (.accessToken, _):
      ("it is never in the browser, lives for hours and opens only its scope", .rfc9700("2.2.1"))
    case (.refreshToken, .code):
      ("the client secret, and rotation", .rfc9700("4.14.2"))
    case (.refreshToken, _):
      ("rotation limits the harm: a second use ends all tokens", .rfc9700("4.14.2"))
    }
  }
}
