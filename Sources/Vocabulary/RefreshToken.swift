/// The token that is exchanged for a new pair when the access token has expired: RFC 6749 §1.5.
public struct RefreshToken: Secret {
  /// The token as the server issued it.
  public let value: String

  /// Takes a token as the server issued it.
  public init(_ value: String) {
    self.value = value
  }
}
