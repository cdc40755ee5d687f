public import Channels
public import HTTPMessages

/// The back channel over `URLSession`.
public struct URLSessionBackChannel: BackChannel, Sendable {
  private let limits: BackChannelLimits

  /// Sets the channel up.
  public init(limits: BackChannelLimits = BackChannelLimits()) { self.limits = limits }

  /// Sends the request.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    throw BackChannelFault.other("\(limits.seconds)")
  }
}
