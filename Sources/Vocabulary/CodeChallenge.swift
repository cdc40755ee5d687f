/// The transform of a code verifier that goes ahead through the browser: RFC 7636 §4.2.
public struct CodeChallenge: Hashable, Sendable {
  /// The challenge as it is sent.
  public let value: String
  /// How it was made from the verifier.
  public let method: CodeChallengeMethod

  /// Takes a challenge that was made with the named method.
  public init(_ value: String, method: CodeChallengeMethod) {
    self.value = value
    self.method = method
  }
}

/// How a code challenge is made from the verifier: RFC 7636 §4.2.
public enum CodeChallengeMethod: String, CaseIterable, Hashable, Sendable {
  /// base64url of the SHA-256 digest of the verifier's ASCII bytes.
  case s256 = "S256"
  /// The verifier itself, which protects nothing once somebody reads the authorization request.
  case plain = "plain"
}
