import Channels
import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import URLSessionChannel

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

struct BackChannelFaultTests {
  /// What the channel says of a server, and of its address.
  private func fault(
    seconds: Int = 60, bodyBytes: Int = 1 << 20,
    _ answer: @escaping @Sendable (borrowing RawServer.Connection) -> Void
  ) async throws -> (fault: BackChannelFault?, place: String) {
    let server = try RawServer(answer)
    defer { server.stop() }
    let limits = BackChannelLimits(seconds: seconds, bodyBytes: bodyBytes)
    let request = HTTPRequest(method: "GET", url: server.url("/"))
    do {
      _ = try await URLSessionBackChannel(limits: limits).response(to: request)
      return (nil, "")
    } catch let fault as BackChannelFault {
      return (fault, "127.0.0.1:\(server.port)")
    }
  }

  /// What a faulty answer is called.
  enum Kind {
    case brokenOff, notHTTP, contradictory

    /// What CFNetwork may do otherwise than libcurl.
    var otherwise: Comment {
      switch self {
      case .brokenOff: "CFNetwork may take chunks without their end for the whole body"
      case .notHTTP: "CFNetwork may read it as HTTP/0.9, or name the fault otherwise"
      case .contradictory: "CFNetwork may overlook some of these contradictions"
      }
    }
  }

  /// Connections that end too early.
  private static let early = [
    "", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello",
    "HTTP/1.1 307 Away\r\nLocation: /a\r\nContent-Length: 6\r\n\r\nhello",
  ]

  /// What is no HTTP.
  private static let foreign = [
    "SSH-2.0-OpenSSH_9.9\r\n", "<html>hello</html>", "HTTQ/1.1 200 OK\r\n\r\n",
  ]

  /// What contradicts itself is a fault of some kind.
  private static let contradictory = [
    "HTTP/1.1 200 OK\r\nContent-Length: a\r\n\r\nhello",
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
    "HTTP/1.1 200\r\n\r\nhello", "HTTP/1.1 hello\r\n\r\n",
  ]

  @Test(
    arguments: early.map { ($0, Kind.brokenOff) } + foreign.map { ($0, .notHTTP) }
      + contradictory.map { ($0, .contradictory) })
  func `an answer that ends too early, is no HTTP or contradicts itself is called that`(
    answer: String, kind: Kind
  ) async throws {
    let (fault, place) = try await fault { $0.send(answer) }
    await Libcurl.expects(kind.otherwise) {
      switch kind {
      case .brokenOff: expect(fault, is: .brokenOff(place))
      case .notHTTP: expect(fault, is: .notHTTP(place))
      case .contradictory: expect(fault != nil)
      }
    }
  }

  @Test func `a code of the system has a meaning, whatever its words are`() throws {
    let address = try RequestURL("https://a.example:8443/token")
    let limits = BackChannelLimits(seconds: 7, bodyBytes: 9)
    let meanings: [(URLError.Code, BackChannelFault)] = [
      (.cannotFindHost, .noSuchHost("a.example")), (.dnsLookupFailed, .noSuchHost("a.example")),
      (.notConnectedToInternet, .notConnected), (.timedOut, .timedOut(seconds: 7)),
      (.cannotConnectToHost, .refused("a.example:8443")),
      (.networkConnectionLost, .brokenOff("a.example:8443")),
      (.cannotParseResponse, .notHTTP("a.example:8443")),
      (.badServerResponse, .notHTTP("a.example:8443")),
      (.dataLengthExceedsMaximum, .tooLarge(limit: 9)),
    ]
    for (code, fault) in meanings {
      expect(
        BackChannelFault(URLError(code), address: address, limits: limits), is: fault, "\(code)")
    }
  }

  @Test(arguments: [nil, "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nX: "])
  func `a server that says nothing, or never comes to an end, is given up`(
    beginning: String?
  ) async throws {
    let (fault, _) = try await fault(seconds: 1) { connection in
      guard let beginning else { return connection.waitForEnd() }
      connection.send(beginning)
      // As slow as to stay below every limit, and never silent for long.
      while connection.send("a") { usleep(20_000) }
    }
    expect(fault, is: .timedOut(seconds: 1))
  }

  @Test(arguments: ["Content-Length: 1048577\r\n", "Transfer-Encoding: chunked\r\n", ""])
  func `a body is cut off at the limit`(framing: String) async throws {
    let piece = String(repeating: "a", count: 64 << 10)
    let isChunked = framing.hasPrefix("T")
    let (fault, _) = try await fault(bodyBytes: 1 << 20) { connection in
      connection.send("HTTP/1.1 200 OK\r\n\(framing)\r\n")
      for _ in 0..<100 {
        guard connection.send(isChunked ? "10000\r\n\(piece)\r\n" : piece) else { return }
      }
    }
    expect(fault, is: .tooLarge(limit: 1 << 20))
  }

  @Test func `a body may be as large as the limit, and not a byte larger`() async throws {
    for (size, expected) in [(1000, nil), (1001, BackChannelFault.tooLarge(limit: 1000))] {
      let body = String(repeating: "a", count: size)
      for framing in ["", "Content-Length: \(size)\r\n"] {
        let (fault, _) = try await fault(bodyBytes: 1000) {
          $0.send("HTTP/1.1 200 OK\r\n\(framing)\r\n\(body)")
        }
        expect(fault, is: expected)
      }
    }
  }

  @Test func `a small body that unpacks to a large one is cut off`() async throws {
    let packed = GzipBomb.bytes(mebibytes: 16)
    expect(packed.count < 1 << 17)
    let (fault, _) = try await fault(bodyBytes: 1 << 20) { connection in
      connection.send(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n")
      connection.send(packed)
    }
    expect(fault, is: .tooLarge(limit: 1 << 20))
  }

  @Test func `nobody at a port, and a host that does not exist, are called that`() async throws {
    let port = try FrontChannelRig.freePort()
    let request = HTTPRequest(method: "GET", url: "http://127.0.0.1:\(port)/")
    await #expect(throws: BackChannelFault.refused("127.0.0.1:\(port)")) {
      try await URLSessionBackChannel().response(to: request)
    }
    // RFC 2606 keeps the name `invalid` from ever meaning anything.
    let nowhere = HTTPRequest(method: "GET", url: "https://something.invalid/token")
    await #expect(throws: BackChannelFault.noSuchHost("something.invalid")) {
      try await URLSessionBackChannel().response(to: nowhere)
    }
  }

  @Test func `a server that speaks no TLS is told nothing`() async throws {
    let server = try RawServer { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
    defer { server.stop() }
    let request = HTTPRequest(method: "GET", url: "https://127.0.0.1:\(server.port)/")
    // The greeting of TLS is no request, so the server waits for more until the client gives up.
    await #expect(throws: BackChannelFault.timedOut(seconds: 1)) {
      try await URLSessionBackChannel(limits: BackChannelLimits(seconds: 1)).response(to: request)
    }
    expect(!server.requests.contains { String(decoding: $0, as: UTF8.self).contains("GET") })
  }

  @Test func `a task that is cancelled gives the exchange up`() async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    let server = try RawServer { connection in
      arrived.yield()
      connection.waitForEnd()
    }
    defer { server.stop() }
    let request = HTTPRequest(method: "GET", url: server.url("/"))
    let task = Task { try await URLSessionBackChannel().response(to: request) }
    var iterator = arrivals.makeAsyncIterator()
    await iterator.next()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
