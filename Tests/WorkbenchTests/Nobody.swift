import HTTPMessages
import LoopbackHTTP

/// A handler that knows no page, for a server of which only the port matters.
struct Nobody: HTTPHandler {
  func response(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(status: 404) }

  /// Returns a port that was free a moment ago.
  ///
  /// It is not one of those that the system gives to whoever asks for any, from 32768 on: the other tests
  /// ask for them all the time.
  static func freePort() throws -> UInt16 {
    for _ in 0..<100 {
      let port = UInt16.random(in: 20_000...29_999)
      guard let server = try? LoopbackServer(port: port, handler: Nobody()) else { continue }
      server.stop()
      return port
    }
    throw LoopbackFault.portTaken(20_000)
  }
}
