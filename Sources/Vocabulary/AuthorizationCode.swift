/// The short-lived, single-use value that the browser brings back: RFC 6749 §1.3.1.
///
/// It passed through the browser, so others may have seen it. That is why it is worth nothing without
/// the code verifier.
public struct AuthorizationCode: Secret {
  /// The code as the server issued it, after percent-decoding.
  public let value: String

  /// Takes a code as the server issued it.
  public init(_ value: String) {
    self.value = value
  }
}
