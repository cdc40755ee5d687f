/// The unguessable value that ties the redirect to the browser session that asked: RFC 6749 §10.12.
public struct State: Hashable, Sendable {
  /// The value as it was sent.
  public let value: String

  /// Takes a value that was made for one authorization only.
  public init(_ value: String) {
    self.value = value
  }

  /// Makes a state from random octets: their base64url text without padding.
  ///
  /// - Parameter octets: At least 16, from a secure generator: RFC 6749 §10.10 wants the chance of a
  ///   guess to be at most 2 to the power of -128.
  public init(randomOctets octets: [UInt8]) {
    self.init(Base64.urlSafe.encode(octets))
  }

  /// Whether a received value is this one, compared without giving away where they differ.
  public func matches(_ received: String) -> Bool {
    isEqualInConstantTime(Array(value.utf8), Array(received.utf8))
  }
}
