/// The value computed from a verifier and sent through the browser (RFC 7636 §4.2).
public struct CodeChallenge: Hashable, Sendable {
  /// The challenge as sent.
  public let value: String
  /// The method by which it was computed from the verifier.
  public let method: CodeChallengeMethod

  /// Creates a challenge that was computed by a method.
  public init(_ value: String, method: CodeChallengeMethod) {
    self.value = value
    self.method = method
  }
}

/// The method by which a code challenge is computed from the verifier (RFC 7636 §4.2).
public enum CodeChallengeMethod: String, CaseIterable, Hashable, Sendable {
  /// The base64url text of the SHA-256 digest of the verifier's ASCII bytes.
  case s256 = "S256"
  /// The verifier itself, which protects nothing if an attacker reads the authorization request.
  case plain = "plain"
}
