import Channels
import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import LiveChannels

struct NetworkBackChannelTests {
  static let head = "HTTP/1.1 200 OK\r\n"

  func channel(seconds: Int = 60) throws -> NetworkBackChannel {
    NetworkBackChannel(
      program: try #require(NetworkProgram.path), limits: BackChannelLimits(seconds: seconds))
  }

  func get(_ server: RawServer) -> HTTPRequest {
    HTTPRequest(method: "GET", url: server.url("/"))
  }

  /// Whether a process is there, be it as a zombie.
  func exists(_ process: pid_t?) -> Bool { process.map { kill($0, 0) == 0 } ?? false }

  @Test func `requests and answers pass byte for byte, over one process`() async throws {
    let bytes = (0...255).map { UInt8($0) }
    let server = try RawServer { connection in
      connection.send("HTTP/1.1 404 No\r\nX-A: \"\\\u{7}b\r\nContent-Length: 256\r\n\r\n")
      connection.send((0...255).map { UInt8($0) })
    }
    defer { server.stop() }
    let channel = try channel()
    defer { channel.close() }
    channel.start()
    let first = channel.processIdentifier
    let request = HTTPRequest(
      method: "POST", url: server.url("/a?b=%20"), fields: [HTTPField("X", "\"\\/")], body: bytes)
    for _ in 0..<2 {
      let response = try await channel.response(to: request)
      expect(response.status, is: 404)
      await Libcurl.expects("CFNetwork may replace a control character in a field") {
        expect(response.fields.value(of: "X-A"), is: "\"\\\u{7}b")
      }
      expect(response.body, is: bytes)
      channel.start()
      expect(channel.processIdentifier == first && exists(first))
    }
    let expected = RawMessage(channel.complete(request))
    for received in server.requests {
      let message = try #require(RawMessage(received))
      expect(message.requestLine, is: expected.requestLine)
      await Libcurl.expects("CFNetwork may write the fields otherwise") {
        expect(message.fieldLines, is: expected.fieldLines)
      }
      expect(message.body, is: bytes)
    }
    channel.close()
    expect(!exists(first))
  }

  @Test func `faults of the other process arrive as they are`() async throws {
    let server = try RawServer { $0.send("SSH-2.0\r\n") }
    defer { server.stop() }
    let channel = try channel()
    defer { channel.close() }
    await Libcurl.expects("CFNetwork may read it as HTTP/0.9, or name the fault otherwise") {
      await #expect(throws: BackChannelFault.notHTTP("127.0.0.1:\(server.port)")) {
        try await channel.response(to: get(server))
      }
    }
    await #expect(throws: BackChannelFault.unprotected("http://a.example/")) {
      try await channel.response(to: HTTPRequest(method: "GET", url: "http://a.example/"))
    }
  }

  @Test func `what cannot be sent does not even start the program`() async throws {
    let channel = NetworkBackChannel(program: "/nonexistent/program")
    await #expect(throws: BackChannelFault.unprotected("http://a.example/")) {
      try await channel.response(to: HTTPRequest(method: "GET", url: "http://a.example/"))
    }
    expect(channel.processIdentifier, is: nil)
  }

  @Test func `several exchanges at once take turns`() async throws {
    let server = try RawServer { connection in
      let line = String(decoding: connection.request.prefix(6), as: UTF8.self)
      connection.send("\(Self.head)Content-Length: 6\r\n\r\n\(line)")
    }
    defer { server.stop() }
    let channel = try channel()
    defer { channel.close() }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          let request = HTTPRequest(method: "GET", url: server.url("/\(number)"))
          return try await channel.response(to: request).body == Array("GET /\(number)".utf8)
        }
      }
      for try await isRight in group { expect(isRight) }
    }
  }

  @Test func `a task that is cancelled gives the exchange up, and the next one works`() async throws
  {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    let server = try RawServer { connection in
      arrived.yield()
      if connection.request.starts(with: "POST".utf8) { return connection.waitForEnd() }
      connection.send("\(Self.head)Content-Length: 0\r\n\r\n")
    }
    defer { server.stop() }
    let channel = try channel()
    defer { channel.close() }
    let task = Task {
      try await channel.response(to: HTTPRequest(method: "POST", url: server.url("/")))
    }
    var iterator = arrivals.makeAsyncIterator()
    await iterator.next()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    expect(try await channel.response(to: get(server)).status, is: 200)
  }
}
