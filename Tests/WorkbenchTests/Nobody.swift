import HTTPMessages

@testable import LoopbackHTTP

/// A handler that knows no page, for a server of which only the port matters.
struct UnusedHandler: HTTPHandler {
  func response(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(status: 404) }

  /// Returns a port that was free a moment ago.
  ///
  /// It is not one of those that the system gives to whoever asks for any, from 32768 on: the other tests
  /// ask for them all the time.
  static func freePort() throws -> UInt16 {
    for _ in 0..<100 {
      let port = UInt16.random(in: 20_000...29_999)
      if (try? occupy(port)) != nil { return port }
    }
    throw LoopbackFault.portTaken(20_000)
  }

  /// Listens for a moment: the socket is closed on return, while a server closes its own a little later.
  private static func occupy(_ port: UInt16) throws {
    let socket = try Socket.listening(host: "127.0.0.1", port: port)
    _ = socket.port
  }
}
