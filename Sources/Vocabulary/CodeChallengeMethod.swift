/// How a code challenge is made from the verifier: RFC 7636 §4.2.
public enum CodeChallengeMethod: String, CaseIterable, Hashable, Sendable {
  /// base64url of the SHA-256 digest of the verifier's ASCII bytes.
  case s256 = "S256"
  /// The verifier itself, which protects nothing once somebody reads the authorization request.
  case plain = "plain"
}
