import Channels
import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import LiveChannels

/// Processes that are missing, die or fall silent, and servers that bring them to it.
extension NetworkBackChannelTests {
  @Test(arguments: ["/nonexistent/program", "/", "/etc/passwd"])
  func `a program that is missing is called that`(path: String) async throws {
    let channel = NetworkBackChannel(program: path)
    channel.start()
    await #expect(throws: BackChannelFault.programMissing(path)) {
      try await channel.response(to: HTTPRequest(method: "GET", url: "https://something.invalid/"))
    }
  }

  @Test func `a process that was killed between two exchanges is started anew`() async throws {
    let server = try RawServer { $0.send("\(Self.head)Content-Length: 0\r\n\r\n") }
    defer { server.stop() }
    let channel = try channel()
    defer { channel.close() }
    expect(try await channel.response(to: get(server)).status, is: 200)
    let first = try #require(channel.processIdentifier)
    kill(first, SIGKILL)
    // Waits until it is dead, and leaves the rest to the channel.
    var information = siginfo_t()
    expect(waitid(P_PID, id_t(first), &information, WEXITED | WNOWAIT), is: 0)
    expect(try await channel.response(to: get(server)).status, is: 200)
    expect(channel.processIdentifier != first && !exists(first))
    expect(server.connections, is: 2)
  }

  @Test func `a process that is killed during an exchange fails it, once`() async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    let server = try RawServer { connection in
      arrived.yield()
      connection.waitForEnd()
    }
    defer { server.stop() }
    let channel = try channel()
    defer { channel.close() }
    let task = Task { try await channel.response(to: get(server)) }
    var iterator = arrivals.makeAsyncIterator()
    await iterator.next()
    let process = try #require(channel.processIdentifier)
    kill(process, SIGKILL)
    await #expect(throws: BackChannelFault.programEnded) { try await task.value }
    expect(!exists(process))
    expect(server.connections, is: 1)
  }

  #if canImport(FoundationNetworking)
    @Test func `a head that breaks off takes the program along, and nothing else`() async throws {
      let broken = try RawServer { $0.send("\(Self.head)X: y") }
      let sound = try RawServer { $0.send("\(Self.head)Content-Length: 0\r\n\r\n") }
      defer {
        broken.stop()
        sound.stop()
      }
      let channel = try channel()
      defer { channel.close() }
      await #expect(throws: BackChannelFault.programEnded) {
        try await channel.response(to: get(broken))
      }
      expect(try await channel.response(to: get(sound)).status, is: 200)
    }
  #endif

  @Test func `what is left of a redirect without end does not keep the next exchange`()
    async throws
  {
    let endless = try RawServer { connection in
      connection.send("HTTP/1.1 307 Away\r\nLocation: /a\r\n\r\n")
      let piece = [UInt8](repeating: 0x61, count: 64 << 10)
      while connection.send(piece) {}
    }
    let sound = try RawServer { $0.send("\(Self.head)Content-Length: 0\r\n\r\n") }
    defer {
      endless.stop()
      sound.stop()
    }
    let channel = try channel(seconds: 2)
    defer { channel.close() }
    await #expect(throws: BackChannelFault.self) { try await channel.response(to: get(endless)) }
    let patient = try self.channel()
    defer { patient.close() }
    expect(try await patient.response(to: get(sound)).status, is: 200)
  }

  @Test func `a gigabyte is cut off, and its connection with it`() async throws {
    let (ends, ended) = AsyncStream.makeStream(of: Bool.self)
    let endless = try RawServer { connection in
      connection.send("\(Self.head)\r\n")
      let piece = [UInt8](repeating: 0x61, count: 1 << 20)
      ended.yield((0..<1024).allSatisfy { _ in connection.send(piece) })
    }
    defer { endless.stop() }
    let channel = try channel()
    defer { channel.close() }
    await #expect(throws: BackChannelFault.tooLarge(limit: 1 << 20)) {
      try await channel.response(to: get(endless))
    }
    var iterator = ends.makeAsyncIterator()
    expect(await iterator.next(), is: false)
  }
}
