/// The password of a confidential client: RFC 6749 §2.3.1.
public struct ClientSecret: Secret {
  /// The secret as it was issued at registration, not encoded in any way.
  public let value: String

  /// Takes a secret as it was issued.
  public init(_ value: String) {
    self.value = value
  }
}
