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
