public import HTTPMessages

/// The direct connection from the client to the server, protected by TLS (RFC 6749 §3.2).
public protocol BackChannel {
  /// Adds the header fields that this channel sends in addition to the request's own.
  ///
  /// - Parameter request: The request that a step built.
  /// - Returns: The request as sent.
  func complete(_ request: HTTPRequest) -> HTTPRequest

  /// Sends a request and waits for the response.
  ///
  /// - Parameter request: The request that a step built.
  /// - Returns: The response, with any status.
  /// - Throws: A fault of the channel if there is no response; each channel documents its own.
  func response(to request: HTTPRequest) async throws -> HTTPResponse
}

extension BackChannel {
  /// Returns the request unchanged.
  public func complete(_ request: HTTPRequest) -> HTTPRequest { request }
}

/// The limits on the time and the size of a response.
public struct BackChannelLimits: Hashable, Sendable, Codable {
  /// The time for the request and the complete response, in seconds.
  ///
  /// A server that keeps sending a byte now and then does not extend it.
  public let seconds: Int
  /// The largest body accepted, in bytes, after any decompression.
  public let bodyBytes: Int

  /// Creates limits, by default 30 seconds and 1 MiB.
  public init(seconds: Int = 30, bodyBytes: Int = 1 << 20) {
    self.seconds = seconds
    self.bodyBytes = bodyBytes
  }
}
