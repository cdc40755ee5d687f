public import Vocabulary

/// The kind of response that a client requests through the browser (RFC 6749 §3.1.1).
public enum ResponseType: Hashable, Sendable {
  /// A code, bound to the verifier of a challenge (RFC 7636 §4.3).
  ///
  /// Without a challenge, anyone who has the code and the client secret can exchange it. So the
  /// omission must be written at the call.
  case code(challenge: CodeChallenge?)
  /// The access token itself, with the lifetime that the client proposes (RFC 6749 §4.2.1).
  ///
  /// RFC 9700 §2.1.2 advises against this flow.
  case token(ImplicitLifetime?)

  /// The value of `response_type`.
  var name: String {
    switch self {
    case .code: "code"
    case .token: "token"
    }
  }
}
