public import HTTPMessages

/// The direct way from the app to the server, over TLS: nobody between them sees what passes.
///
/// RFC 6749 §3.2 describes it.
public protocol BackChannel {
  /// The request as it goes over this channel: with the header fields that the channel itself adds.
  ///
  /// - Parameter request: The request that a step built.
  /// - Returns: The request that is really sent.
  func complete(_ request: HTTPRequest) -> HTTPRequest

  /// Sends a request, and waits for the answer.
  ///
  /// - Parameter request: The request that step 4 built.
  /// - Returns: The response, whatever its status, for step 5.
  /// - Throws: Whatever keeps the channel from getting one; each channel says what.
  func response(to request: HTTPRequest) async throws -> HTTPResponse
}

extension BackChannel {
  /// Nothing is added.
  public func complete(_ request: HTTPRequest) -> HTTPRequest { request }
}

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
