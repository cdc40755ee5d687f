/// The unguessable value that ties a redirect to the browser session (RFC 6749 §10.12).
public struct State: Hashable, Sendable {
  /// The value as sent.
  public let value: String

  /// Creates a state from a value made for one transaction only.
  public init(_ value: String) {
    self.value = value
  }

  /// Creates a state from random octets: their base64url text without padding.
  ///
  /// - Parameter octets: At least 16, from a secure generator. RFC 6749 §10.10 requires that a
  ///   guess succeed with a probability of at most 2 to the power of -128.
  public init(randomOctets octets: [UInt8]) {
    self.init(Base64.urlSafe.encode(octets))
  }

  /// Whether a received value equals this one, compared in constant time.
  public func matches(_ received: String) -> Bool {
    isEqualInConstantTime(Array(value.utf8), Array(received.utf8))
  }
}
