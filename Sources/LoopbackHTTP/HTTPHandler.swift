public import HTTPMessages

/// Whoever answers requests.
public protocol HTTPHandler: Sendable {
  /// The answer to a request; a handler that cannot serve it says so with a status.
  func response(to request: HTTPRequest) async -> HTTPResponse
}
