/// The token that opens the user's data: RFC 6749 §1.4.
///
/// It is opaque to the client. What one server puts inside it today is no interface.
public struct AccessToken: Secret {
  /// The token as the server issued it.
  public let value: String

  /// Takes a token as the server issued it.
  public init(_ value: String) {
    self.value = value
  }
}
