/// An attack with a value that an attacker has, and the server's response.
public struct Attempt: Hashable, Sendable {
  /// The row of the overview that an attempt decides.
  public enum Kind: Hashable, Sendable {
    /// A token request without the client secret.
    case missingSecret
    /// A stolen code, sent to the token endpoint directly (RFC 9700 §4.5).
    case exchange
    /// A stolen code, put into the attacker's own transaction with the client (RFC 9700 §4.5.1).
    case injection
    /// An access token found in the URLs that the browser opened (RFC 9700 §4.3.2).
    case history
    /// A stolen access token, presented to the API by another party (RFC 9700 §4.10).
    case theft
    /// The same, after the lifetime of the token.
    case lateTheft
    /// A redirect of the attacker's, at a client that compares the state (RFC 9700 §4.7.1).
    case planting
    /// The same, at a client that ignores the state.
    case carelessPlanting
  }

  /// The value that the attacker has, or `nil` for a planted redirect, which needs none.
  public let secret: SecretValue?
  /// The attack in words, such as "reads the user's profile".
  public let action: String
  /// The row of the overview that it decides, or `nil` if it decides none.
  public let kind: Kind?
  /// Whether the attack worked.
  public let succeeded: Bool
  /// The server's response in a few words, such as "400 invalid_grant".
  public let result: String

  /// Creates the record of an attempt.
  public init(
    _ secret: SecretValue?, _ action: String, kind: Kind? = nil, succeeded: Bool, result: String
  ) {
    self.secret = secret
    self.action = action
    self.kind = kind
    self.succeeded = succeeded
    self.result = result
  }

  /// The attack and its outcome on one line.
  public var text: String {
    let failed = kind == .history ? "fails" : "rejected"
    return "\(action): \(succeeded ? "works" : failed) (\(result))"
  }
}
