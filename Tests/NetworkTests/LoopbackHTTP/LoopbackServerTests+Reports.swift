import HTTPMessages
import TestSupport
import Testing

@testable import LoopbackHTTP

extension LoopbackServerTests {
  /// A handler that keeps what it is told of refusals.
  private final class Listening: HTTPHandler {
    let rejections = Lock<[RejectedRequest]>([])

    func response(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(status: 200) }

    func hasRejected(_ rejection: RejectedRequest) { rejections.withLock { $0.append(rejection) } }
  }

  private static let long = String(repeating: "a", count: 100_000)

  /// Requests that no handler sees, with the status, and the method and target that are told.
  private static let refused: [(text: String, status: Int, method: String, target: String)] = [
    ("BREW /coffee HTTP/1.1\r\nHost: a\r\n\r\n", 501, "BREW", "/coffee"),
    ("GET /x HTTP/3.0\r\n", 505, "GET", "/x"), ("GET /x HTTP/1.1\r\n\r\n", 400, "GET", "/x"),
    ("GET /x HTTP/1.1\r\nHost: a:99999999\r\n\r\n", 400, "GET", "/x"),
    ("GET /x HTTP/1.1\r\nX: \(long)", 431, "GET", "/x"),
    ("GET /\(long)", 414, "GET", "/" + String(repeating: "a", count: 195)),
    (
      "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", 413, "POST", "/x"
    ),
    ("POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "POST", "/x"),
    ("nonsense\u{1B}[31m\r\n", 400, "", "nonsense\u{1B}[31m"),
    ("\u{16}\u{3}\u{1}\u{2}", 400, "", "\u{16}\u{3}\u{1}\u{2}"),
    (String(repeating: "a", count: 9000), 414, "", String(repeating: "a", count: 200)),
    ("GET /late HTTP/1.1\r\nHost: a\r\n", 408, "GET", "/late"), ("GET /la", 408, "GET", "/la"),
  ]

  @Test(arguments: refused.indices)
  func `a request that the server answers itself is told to the handler, and is bounded`(
    row: Int
  ) async throws {
    let (text, status, method, target) = Self.refused[row]
    let handler = Listening()
    let server = try LoopbackServer(
      port: 0, limits: LoopbackLimits(requestArrival: .milliseconds(300)), handler: handler)
    try await run(server) { poller in
      let client = try RawClient(port: server.port, poller: poller)
      try await client.send(text)
      expect(try await client.answer().status, is: status)
    }
    let rejections = handler.rejections.withLock { $0 }
    expect(rejections.count, is: 1)
    let rejection = try #require(rejections.first)
    expect(rejection.response.status, is: status)
    expect(rejection.cause.hasSuffix(".") && rejection.cause.utf8.count < 120)
    expect(rejection.request.method, is: method)
    let url = target.hasPrefix("/") ? "http://127.0.0.1:\(server.port)\(target)" : target
    expect(rejection.request.url, is: url)
  }

  @Test func `a connection too many is told, and a client that only leaves is not`() async throws {
    let handler = Listening()
    let server = try LoopbackServer(
      port: 0, limits: LoopbackLimits(connections: 1), handler: handler)
    try await run(server) { poller in
      let first = try RawClient(port: server.port, poller: poller)
      try await first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      expect(try await first.answer().status, is: 200)
      let second = try await RawClient(port: server.port, poller: poller).rest()
      expect(second.hasPrefix("HTTP/1.1 503 "))
      try await first.send("GET /half")
      first.endSending()
      expect(try await first.rest(), is: "")
    }
    expect(handler.rejections.withLock { $0.map(\.response.status) }, is: [503])
  }
}
