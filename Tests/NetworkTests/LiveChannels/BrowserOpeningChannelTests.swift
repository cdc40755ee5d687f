import HTTPMessages
import TestSupport
import Testing

@testable import LiveChannels
@testable import LoopbackHTTP

/// The channel of a program that only listens, and is told nothing but the address.
@Suite(.timeLimit(.minutes(2))) struct BrowserOpeningChannelTests {
  @Test func `the address is opened once, and a planted redirect does not end the wait`()
    async throws
  {
    let port = try FrontChannelRig.freePort()
    let (addresses, opened) = AsyncStream.makeStream(of: String.self)
    let channel = BrowserFrontChannel(
      redirectURI: "http://127.0.0.1:\(port)/callback", statesMatch: { $0 == $1 },
      open: { opened.yield($0) })
    let poller = try Poller()
    defer { poller.finish() }
    async let redirect = channel.redirect(for: FrontChannelRig.request)
    expect(await addresses.first { _ in true }, is: FrontChannelRig.request.url)
    let client = try RawClient(port: port, poller: poller)
    for (query, status) in [("?code=planted&state=x", 400), ("?" + FrontChannelRig.good, 303)] {
      try await client.send("GET /callback\(query) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
      expect(try await client.answer().status, is: status)
    }
    try await client.send("GET /callback HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    expect(try await client.answer().status, is: 200)
    expect(try await redirect.url.hasSuffix("/callback?" + FrontChannelRig.good))
    opened.finish()
    expect(await addresses.first { _ in true }, is: nil)
  }

  @Test func `where nothing can listen, nothing is opened`() async {
    let uri = "https://app.example/cb"
    let channel = BrowserFrontChannel(redirectURI: uri, statesMatch: { $0 == $1 }) { _ in
      Issue.record("opened")
    }
    await #expect(throws: BrowserFault.cannotReceive(redirectURI: uri)) {
      try await channel.redirect(for: FrontChannelRig.request)
    }
  }
}
