import HTTPMessages
import LoopbackHTTP

/// A handler that knows no page, for a server of which only the port matters.
struct Nobody: HTTPHandler {
  func response(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(status: 404) }

  /// Returns a port that was free a moment ago.
  static func freePort() throws -> UInt16 {
    let server = try LoopbackServer(port: 0, handler: Nobody())
    defer { server.stop() }
    return server.port
  }
}
