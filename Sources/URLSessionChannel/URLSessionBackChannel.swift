public import Channels
public import HTTPMessages

/// The back channel over `URLSession`: TLS always, no redirect followed, nothing kept.
///
/// A response's header fields come from `URLSession` as a dictionary: their order and the borders
/// between fields of one name are lost, so they stand here by name. A body that a server compressed
/// although nobody asked for it is unpacked by `URLSession`.
///
/// On Linux, the `URLSession` of swift-corelibs-foundation differs from Darwin's:
/// - it takes no IPv6 address for a host;
/// - it trusts the authorities of one file of the system's, and reads no variable that names another;
/// - it gives no body for a redirect without a usable `Location`;
/// - it collects the body of a redirect, whatever its size, and other exchanges wait meanwhile;
/// - it ends the whole program when a connection ends in the middle of the header fields, so a program
///   that must go on lets another one have the network.
public struct URLSessionBackChannel: BackChannel, Sendable {
  private let limits: BackChannelLimits

  /// Sets the channel up.
  ///
  /// - Parameter limits: How long an answer may take, and how large it may be.
  public init(limits: BackChannelLimits = BackChannelLimits()) { self.limits = limits }

  /// The request with every header field that goes over the wire.
  public func complete(_ request: HTTPRequest) -> HTTPRequest { ChannelFields.complete(request) }

  /// Sends the request, and waits for the answer.
  ///
  /// - Parameter request: The request; its URL is `https`, or `http` with a loopback host.
  /// - Returns: The response, whatever its status: a redirect, too, comes as the response that it is.
  /// - Throws: `BackChannelFault`, or `CancellationError` if the task was cancelled.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    let request = try CheckedRequest(request)
    if !Exchange.takesIPv6Addresses, request.address.host.hasPrefix("[") {
      throw BackChannelFault.other(
        "URLSession on Linux takes no IPv6 address such as \(request.address.host) for a host; "
          + "use a name instead, such as localhost")
    }
    let exchange = Exchange(of: request, limits: limits)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { exchange.start($0) }
    } onCancel: {
      exchange.cancel()
    }
  }
}
