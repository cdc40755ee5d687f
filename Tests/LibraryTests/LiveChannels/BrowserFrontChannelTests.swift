import HTTPMessages
import Testing

@testable import LiveChannels
@testable import LoopbackHTTP

/// The channel on a real port, with a browser that sends bytes.
@Suite struct BrowserFrontChannelTests {
  private static let request = HTTPRequest(
    method: "GET", url: "https://as.example/authorize?client_id=a&state=s%20t")

  /// A port that was free a moment ago.
  private func freePort() throws -> UInt16 {
    let server = try LoopbackServer(port: 0, handler: TestHandler())
    defer { server.stop() }
    return server.port
  }

  /// Runs a channel while a browser talks to its port.
  private func redirect(
    host: String = "127.0.0.1", path: String = "/callback", timeout: Duration = .seconds(20),
    _ browse: (_ connect: () throws -> RawClient) async throws -> Void
  ) async throws -> Redirect {
    let port = try freePort()
    let poller = try Poller()
    defer { poller.finish() }
    let (openings, opened) = AsyncStream.makeStream(of: String.self)
    let channel = BrowserFrontChannel(
      redirectURI: "http://\(host):\(port)\(path)", timeout: timeout
    ) { opened.yield($0) }
    async let redirect = channel.redirect(for: Self.request)
    var iterator = openings.makeAsyncIterator()
    #expect(await iterator.next() == Self.request.url)
    try await browse { try RawClient(port: port, poller: poller) }
    return try await redirect
  }

  private func get(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n" }

  @Test func `detours get explanations, and the right redirect ends the wait`() async throws {
    let redirect = try await redirect { connect in
      let client = try connect()
      for (target, status) in [
        ("/favicon.ico", 404), ("/callback", 400), ("/callback?code=c&state=x", 400),
        ("/callback?state=s+t", 400), ("/callback?code=c&state=s+t", 200),
      ] {
        try await client.send(get(target))
        let answer = try await client.answer()
        #expect(answer.status == status, "\(target)")
        #expect(answer.body.hasSuffix("</html>\n"))
      }
    }
    #expect(redirect.url.hasSuffix("/callback?code=c&state=s+t"))
    #expect(redirect.status == nil)
  }

  @Test(arguments: ["127.0.0.1", "localhost"])
  func `the last page arrives whole at a browser that reads late`(host: String) async throws {
    let (pages, arrived) = AsyncStream.makeStream(of: String.self)
    let redirect = try await redirect(host: host) { connect in
      // Browsers open connections in advance, and keep them.
      let idle = try connect()
      let client = try connect()
      try await client.send(get("/callback?code=c&state=s%20t"))
      try await Task.sleep(for: .milliseconds(200))
      arrived.yield(try await client.rest())
      _ = try await idle.rest()
    }
    #expect(redirect.url.contains("code=c"))
    var iterator = pages.makeAsyncIterator()
    let page = try #require(await iterator.next())
    #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n") && page.hasSuffix("</html>\n"))
    #expect(page.contains("<h1>Done</h1>"))
  }

  @Test func `when nobody comes back, the wait ends`() async throws {
    await #expect(throws: BrowserFault.timedOut) {
      try await redirect(timeout: .milliseconds(100)) { connect in
        let client = try connect()
        try await client.send(get("/callback?code=c&state=wrong"))
        #expect(try await client.answer().status == 400)
      }
    }
  }

  @Test func `a taken port is said before the browser opens`() async throws {
    let other = try LoopbackServer(port: 0, handler: TestHandler())
    defer { other.stop() }
    let channel = BrowserFrontChannel(redirectURI: "http://127.0.0.1:\(other.port)/callback") {
      Issue.record("opened \($0)")
    }
    await #expect(throws: LoopbackFault.portTaken(other.port)) {
      try await channel.redirect(for: Self.request)
    }
  }

  @Test func `the port is free again afterwards`() async throws {
    let port = try freePort()
    let channel = BrowserFrontChannel(
      redirectURI: "http://127.0.0.1:\(port)/callback", timeout: .milliseconds(20)
    ) { _ in }
    for _ in 0..<3 {
      await #expect(throws: BrowserFault.timedOut) {
        try await channel.redirect(for: Self.request)
      }
    }
  }

  @Test(arguments: [
    "https://127.0.0.1:8089/callback", "http://127.0.0.1/callback", "http://example.org:80/",
    "http://127.0.0.2:8089/", "http://0.0.0.0:8089/", "http://user@127.0.0.1:8089/",
    "http://127.0.0.1:8089@evil.example:80/", "http://localhost.:8089/", "myapp://callback",
    "http://127.0.0.1:0/", "http://127.0.0.1:65536/", "http://127.0.0.1:+8089/",
    "http://127.0.0.1:/", "http://::1:8089/", "",
  ])
  func `a redirect URI that is not on this machine is refused`(uri: String) async {
    let channel = BrowserFrontChannel(redirectURI: uri) { Issue.record("opened \($0)") }
    let fault = await #expect(throws: BrowserFault.self) {
      try await channel.redirect(for: Self.request)
    }
    #expect(fault == .notLoopback(uri))
  }

  @Test(arguments: [
    ("http://127.0.0.1:8089/callback", "127.0.0.1"), ("http://localhost:8089", "127.0.0.1"),
    ("http://[::1]:8089/x?y", "::1"),
  ])
  func `a loopback redirect URI says where to listen`(uri: String, host: String) throws {
    let address = try LoopbackAddress(uri)
    #expect(address.host == host && address.port == 8089)
  }
}
