public import Channels
public import HTTPMessages

/// The back channel over `URLSession`: it follows no redirect and stores nothing.
///
/// Requests use TLS, except to a loopback host. `URLSession` returns the header fields of a
/// response as a dictionary. This loses their order, and joins fields with the same name, so they
/// are sorted by name. If a server compresses a body unasked, `URLSession` decompresses it.
///
/// On Linux, the `URLSession` of swift-corelibs-foundation differs from Darwin's:
/// - It does not accept an IPv6 address as host.
/// - It trusts the authorities in one system file, and no environment variable can name another.
/// - It returns no body for a redirect without a usable `Location`.
/// - It collects the body of a redirect, whatever its size, while other requests wait.
/// - It crashes if a connection closes within the header fields. A program that must keep running
///   therefore leaves the network to a second program.
public struct URLSessionBackChannel: BackChannel, Sendable {
  private let limits: BackChannelLimits

  /// Creates a channel with limits.
  ///
  /// - Parameter limits: The limits on the time and size of a response.
  public init(limits: BackChannelLimits = BackChannelLimits()) { self.limits = limits }

  /// Returns the request with every header field that will be sent.
  public func complete(_ request: HTTPRequest) -> HTTPRequest { ChannelFields.complete(request) }

  /// Sends the request and waits for the response.
  ///
  /// - Parameter request: The request; its URL is `https`, or `http` with a loopback host.
  /// - Returns: The response, with any status; redirects are returned, not followed.
  /// - Throws: `BackChannelFault`, or `CancellationError` if the task was canceled.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    let request = try CheckedRequest(request)
    if !Exchange.takesIPv6Addresses, request.address.host.hasPrefix("[") {
      throw BackChannelFault.other(
        "URLSession on Linux does not accept an IPv6 address such as \(request.address.host); "
          + "use a name such as localhost")
    }
    let exchange = Exchange(of: request, limits: limits)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { exchange.start($0) }
    } onCancel: {
      exchange.cancel()
    }
  }
}
