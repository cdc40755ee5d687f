/// How long an answer may take, and how large it may be.
public struct BackChannelLimits: Hashable, Sendable, Codable {
  /// The time for a whole exchange, in seconds: a server that sends a byte now and then ends it, too.
  public let seconds: Int
  /// The largest body that is taken, in bytes, after any decompression.
  public let bodyBytes: Int

  /// Sets the limits.
  public init(seconds: Int = 30, bodyBytes: Int = 1 << 20) {
    self.seconds = seconds
    self.bodyBytes = bodyBytes
  }
}
