import HTTPMessages
import LoopbackHTTP
import TestSupport
import Testing

extension LoopbackServerTests {
  private static let post = "POST /a HTTP/1.1\r\nHost: a\r\n"

  @Test(arguments: [
    ("nonsense\r\n", 400), ("GET / HTTP/1.1\r\nHost: a:99999999\r\n\r\n", 400),
    (post + "Content-Length: 9999999\r\n\r\n", 413),
    ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\n", 414),
    (post + "X: \(String(repeating: "a", count: 40_000))\r\n\r\n", 431),
    (post + String(repeating: "X: y\r\n", count: 101) + "\r\n", 431),
    ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501), ("GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505),
    // Attempts to smuggle a second request: RFC 9112 §11.2.
    (post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + get, 400),
    (post + "Content-Length: 0\r\nContent-Length: 27\r\n\r\n" + get, 400),
    (post + "Transfer-Encoding: chunked\r\n\r\n0\n\r\n\r\n" + get, 400),
    (post + "Transfer-Encoding:\u{0B}chunked\r\n\r\n0\r\n\r\n" + get, 400),
    (post + "Transfer-Encoding: identity\r\n\r\n" + get, 501),
  ]) func `a bad request gets its status and nothing behind it is read`(
    request: String, status: Int
  ) async throws {
    try await withServer { connect in
      let client = try connect()
      try await client.send(request)
      let answer = try await client.answer()
      expect(answer.status, is: status)
      expect(answer.fields.value(of: "Connection"), is: "close")
      let rest = try await client.rest()
      expect(rest.isEmpty)
    }
  }

  @Test func `a client that is still sending sees the rejection`() async throws {
    try await withServer { connect in
      let client = try connect()
      try await client.send(Self.post + "Content-Length: 3000000\r\n\r\n")
      try await client.send([UInt8](repeating: 0, count: 3_000_000))
      let answer = try await client.answer()
      expect(answer.status, is: 413)
    }
  }

  @Test(arguments: ["GET", post, post + "Content-Length: 9\r\n\r\nx=y"])
  func `a request that does not arrive in time gets 408`(beginning: String) async throws {
    try await withServer(limits: LoopbackLimits(requestArrival: .milliseconds(100))) { connect in
      let client = try connect()
      try await client.send(beginning)
      let answer = try await client.answer()
      expect(answer.status, is: 408)
      let rest = try await client.rest()
      expect(rest.isEmpty)
    }
  }

  @Test func `sending a byte now and then does not win time`() async throws {
    try await withServer(limits: LoopbackLimits(requestArrival: .milliseconds(100))) { connect in
      let client = try connect()
      // Once the server has closed, sending fails; otherwise all of this would be taken.
      await #expect(throws: (any Error).self) {
        for _ in 0..<1000 {
          try await client.send("G")
          try await Task.sleep(for: .milliseconds(5))
        }
      }
    }
  }

  @Test func `a silent connection is closed without a word`() async throws {
    try await withServer(limits: LoopbackLimits(idle: .milliseconds(100))) { connect in
      let silent = try connect()
      let nothing = try await silent.rest()
      expect(nothing.isEmpty)
      let polite = try connect()
      try await polite.send(Self.get)
      _ = try await polite.answer()
      let rest = try await polite.rest()
      expect(rest.isEmpty)
    }
  }

  @Test func `a client that takes no answer is cut off`() async throws {
    try await withServer(limits: LoopbackLimits(responseDeparture: .milliseconds(100))) { connect in
      let client = try connect()
      try await client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
      try await client.answerBegins()
      try await Task.sleep(for: .milliseconds(300))
      let received = try await client.rest()
      expect(received.utf8.count < 32 << 20)
    }
  }

  @Test func `one connection too many gets 503`() async throws {
    try await withServer(limits: LoopbackLimits(connections: 2)) { connect in
      let clients = [try connect(), try connect()]
      for client in clients {
        try await client.send(Self.get)
        _ = try await client.answer()
      }
      let refused = try await connect().rest()
      expect(refused.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
      for client in clients {
        try await client.send(Self.get)
        let answer = try await client.answer()
        expect(answer.status, is: 200)
      }
    }
  }
}
