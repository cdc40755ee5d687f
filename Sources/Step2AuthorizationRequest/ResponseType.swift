public import Vocabulary

/// What an app wants to get back through the browser: RFC 6749 §3.1.1.
public enum ResponseType: Hashable, Sendable {
  /// A code, bound to the code verifier behind a challenge: RFC 7636 §4.3.
  ///
  /// Without a challenge whoever holds the code and the client secret can exchange it, so leaving it
  /// out is written at the call.
  case code(challenge: CodeChallenge?)
  /// The access token itself, with the lifetime that the app proposes: RFC 6749 §4.2.1.
  ///
  /// RFC 9700 §2.1.2 says not to do this any more.
  case token(ImplicitLifetime?)

  /// The value of `response_type`.
  var name: String {
    switch self {
    case .code: "code"
    case .token: "token"
    }
  }
}
