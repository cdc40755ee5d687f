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
