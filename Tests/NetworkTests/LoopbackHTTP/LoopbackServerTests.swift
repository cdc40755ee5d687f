import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import LoopbackHTTP

@Suite(.timeLimit(.minutes(1))) struct LoopbackServerTests {
  static let get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test
  func `a connection is kept for further requests, and the clock that was passed in dates answers`()
    async throws
  {
    try await withServer { connect in
      let client = try connect()
      for number in 1...3 {
        try await client.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = try await client.answer()
        expect(answer.status, is: 200)
        expect(answer.body, is: "GET /\(number) ")
        expect(answer.fields.value(of: "Connection"), is: nil)
        expect(answer.fields.value(of: "Date"), is: "Thu, 01 Jan 1970 00:00:00 GMT")
      }
    }
  }

  @Test(arguments: [
    "GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /a HTTP/1.0\r\n\r\n",
  ]) func `a connection ends when the client wants it`(request: String) async throws {
    try await withServer { connect in
      let client = try connect()
      try await client.send(request + Self.get)
      let answer = try await client.answer()
      expect(answer.fields.value(of: "Connection"), is: "close")
      let rest = try await client.rest()
      expect(rest.isEmpty)
    }
  }

  @Test func `pipelined requests are answered in order`() async throws {
    try await withServer { connect in
      let client = try connect()
      let paths = ["/slow"] + (1...20).map { "/\($0)" }
      try await client.send(paths.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
      for path in paths {
        let answer = try await client.answer()
        expect(answer.body, is: (path == "/slow" ? "slow" : "GET \(path) "))
      }
    }
  }

  @Test func `HEAD gets the length and no body`() async throws {
    try await withServer { connect in
      let client = try connect()
      try await client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n" + Self.get)
      let head = try await client.answer(hasBody: false)
      expect(head.fields.value(of: "Content-Length"), is: "8")
      let next = try await client.answer()
      expect(next.body, is: "GET /a ")
    }
  }

  @Test func `a body may come in chunks, or after a continue`() async throws {
    try await withServer { connect in
      let client = try connect()
      try await client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n")
      try await client.send("x=\r\n1\r\ny\r\n0\r\n\r\n")
      let answer = try await client.answer()
      expect(answer.body, is: "POST / x=y")
    }
    try await withServer { connect in
      let client = try connect()
      try await client.send(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
      let interim = try await client.answer()
      expect(interim.status, is: 100)
      try await client.send("x=y")
      let answer = try await client.answer()
      expect(answer.body, is: "POST / x=y")
    }
  }

  @Test func `the server listens on IPv6 as well`() async throws {
    let server: LoopbackServer
    do {
      server = try LoopbackServer(host: "::1", port: 0, handler: TestHandler())
    } catch LoopbackFault.addressUnavailable {
      return  // This machine has no IPv6.
    }
    try await run(server) { poller in
      let client = try RawClient(port: server.port, host: "::1", poller: poller)
      try await client.send(Self.get)
      let answer = try await client.answer()
      expect(answer.status, is: 200)
    }
  }

  @Test func `a port that is taken is said plainly`() throws {
    let first = try LoopbackServer(port: 0, handler: TestHandler())
    #expect(throws: LoopbackFault.portTaken(first.port)) {
      try LoopbackServer(port: first.port, handler: TestHandler())
    }
    let words = "Port 8088 is taken by another program."
    expect(LoopbackFault.portTaken(8088).description, is: words)
  }

  /// With `SO_REUSEADDR` macOS would let both have the port, and the other program lose its local calls.
  @Test(arguments: [("0.0.0.0", "127.0.0.1"), ("::", "::1"), ("::", "127.0.0.1")])
  func `a port that another program has on every address is taken`(
    every: String, host: String
  ) throws {
    guard let first = try? LoopbackServer(host: every, port: 0, handler: TestHandler()) else {
      // This machine has no IPv6.
      expect(every, is: "::")
      return
    }
    defer { first.stop() }
    let port = first.port
    expect(Socket.isHeldOnEveryAddress(port, family: host == "::1" ? AF_INET6 : AF_INET))
    #expect(throws: LoopbackFault.portTaken(port)) {
      try LoopbackServer(host: host, port: port, handler: TestHandler())
    }
  }

  @Test func `a port that nobody has is not held`() throws {
    let port = try FrontChannelRig.freePort()
    for family in [AF_INET, AF_INET6] {
      expect(!Socket.isHeldOnEveryAddress(port, family: family))
      expect(!Socket.isHeldOnEveryAddress(0, family: family))
    }
  }

  @Test(arguments: ["192.0.2.1", "localhost", ""]) func `a foreign address is refused`(
    host: String
  ) {
    #expect(throws: LoopbackFault.addressUnavailable(host)) {
      try LoopbackServer(host: host, port: 0, handler: TestHandler())
    }
  }
}
