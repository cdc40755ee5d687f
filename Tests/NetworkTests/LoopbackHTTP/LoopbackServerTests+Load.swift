import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import LoopbackHTTP

extension LoopbackServerTests {
  @Test func `a slow client does not hold up a fast one`() async throws {
    try await withServer { connect in
      let slow = try connect()
      try await slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nx")
      let fast = try connect()
      for _ in 1...20 {
        try await fast.send(Self.get)
        let answer = try await fast.answer()
        expect(answer.status, is: 200)
      }
      try await slow.send("=y")
      let answer = try await slow.answer()
      expect(answer.body, is: "POST / x=y")
    }
  }

  @Test func `three hundred connections at once are answered`() async throws {
    try await withServer { connect in
      let clients = try (1...300).map { _ in try connect() }
      for client in clients { try await client.send(Self.get) }
      for client in clients {
        let answer = try await client.answer()
        expect(answer.status, is: 200)
      }
    }
  }

  @Test func `stopping closes idle connections and finishes answers`() async throws {
    let server = try LoopbackServer(port: 0, handler: TestHandler())
    try await run(server) { poller in
      let idle = try (1...10).map { _ in try RawClient(port: server.port, poller: poller) }
      for client in idle {
        try await client.send(Self.get)
        _ = try await client.answer()
      }
      let busy = try RawClient(port: server.port, poller: poller)
      try await busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
      try await Task.sleep(for: .milliseconds(100))
      server.stop()
      server.stop()
      let answer = try await busy.answer()
      expect(answer.body, is: "slow")
      expect(answer.fields.value(of: "Connection"), is: "close")
      for client in idle {
        let rest = try await client.rest()
        expect(rest.isEmpty)
      }
    }
    // The port is free again at once.
    _ = try LoopbackServer(port: server.port, handler: TestHandler())
  }

  @Test func `cancelling the task stops the server`() async throws {
    let server = try LoopbackServer(port: 0, handler: TestHandler())
    let task = Task { await server.run() }
    try await Task.sleep(for: .milliseconds(20))
    task.cancel()
    await task.value
    await server.run()
  }

  @Test func `a server that never ran leaves its port`() throws {
    let port = try FrontChannelRig.freePort()
    let server = try LoopbackServer(port: port, handler: TestHandler())
    server.stop()
    _ = try LoopbackServer(port: port, handler: TestHandler())
  }

  @Test func `two thousand connections in turn, good and bad, leave no socket open`() async throws {
    let server = try LoopbackServer(port: 0, handler: TestHandler())
    try await run(server) { poller in
      for number in 1...2000 {
        let client = try RawClient(port: server.port, poller: poller)
        switch number % 4 {
        case 0: try await client.send("nonsense\r\n")
        case 1: try await client.send("GET / HTTP/1.1\r\nHost: a\r\n")
        default:
          try await client.send(Self.get)
          let answer = try await client.answer()
          expect(answer.status, is: 200)
        }
      }
      expect(Self.openSockets(of: server) >= 1)
    }
    expect(Self.openSockets(of: server), is: 0)
  }

  /// The server's own sockets are those at its port: other tests open and close theirs meanwhile.
  private static func openSockets(of server: LoopbackServer) -> Int {
    (0..<4096).count { SocketAddress(of: Int32($0)).port == server.port }
  }
}
