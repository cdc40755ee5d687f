import HTTPMessages
import TestSupport
import Testing

@testable import LiveChannels
@testable import LoopbackHTTP

/// The channel on a real port, with a browser that sends bytes.
@Suite(.timeLimit(.minutes(2))) struct BrowserFrontChannelTests {
  private func get(_ target: String, _ method: String = "GET") -> String {
    "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
  }

  /// Runs a channel while a browser talks to its port.
  private func redirect(
    host: String = "127.0.0.1", calling address: String = "127.0.0.1",
    _ browse: (FrontChannelRig, _ connect: () throws -> RawClient) async throws -> Void
  ) async throws -> String {
    let port = try FrontChannelRig.freePort(host: address)
    let rig = FrontChannelRig("http://\(host):\(port)/callback")
    let poller = try Poller()
    defer { poller.finish() }
    async let redirect = rig.redirect()
    let start = await rig.events.first { _ in true }
    expect(
      start, is: .waiting(url: FrontChannelRig.request.url, ways: [.listener, .pasting]))
    try await browse(rig) { try RawClient(port: port, host: address, poller: poller) }
    return try await redirect
  }

  @Test func `detours get explanations, and the right redirect ends the wait`() async throws {
    let redirect = try await redirect { _, connect in
      let client = try connect()
      for (target, status) in [
        ("/favicon.ico", 404), ("/callback", 400), ("/callback?code=c&state=x", 400),
        ("/callback?state=s+t", 400), ("/callback?code=c&state=s+t", 303), ("/favicon.ico", 404),
        ("/callback", 200),
      ] {
        try await client.send(get(target))
        let answer = try await client.answer()
        expect(answer.status, is: status, "\(target)")
        expect(answer.body.hasSuffix("</html>\n"))
      }
    }
    expect(redirect.hasSuffix("/callback?code=c&state=s+t"))
  }

  /// The host of a redirect URI, and the address at which the browser calls.
  private static let hosts: [(String, String)] = {
    let four = [("127.0.0.1", "127.0.0.1"), ("localhost", "127.0.0.1")]
    return FrontChannelRig.hasIPv6 ? four + [("localhost", "::1"), ("[::1]", "::1")] : four
  }()

  @Test(arguments: hosts)
  func `the last page arrives whole at a browser that reads late`(
    host: String, address: String
  ) async throws {
    let (pages, arrived) = AsyncStream.makeStream(of: String.self)
    let redirect = try await redirect(host: host, calling: address) { _, connect in
      // Browsers open connections in advance, and keep them.
      let idle = try connect()
      let client = try connect()
      try await client.send(get("/callback?" + FrontChannelRig.good))
      let away = try await client.answer()
      expect(away.status, is: 303)
      let location = try #require(away.fields.value(of: "Location"))
      expect(URLParts(location).query, is: nil)
      try await client.send(get(URLParts(location).path))
      try await Task.sleep(for: .milliseconds(200))
      arrived.yield(try await client.rest())
      _ = try await idle.rest()
    }
    expect(redirect.contains("code=c"))
    let page = try #require(await pages.first { _ in true })
    expect(page.hasPrefix("HTTP/1.1 200 OK\r\n") && page.hasSuffix("</html>\n"))
    expect(page.contains("<h1>Done</h1>"))
  }

  @Test func `HEAD uses nothing up`() async throws {
    let redirect = try await redirect { _, connect in
      let client = try connect()
      try await client.send(get("/callback?" + FrontChannelRig.good, "HEAD"))
      expect(try await client.answer(hasBody: false).status, is: 404)
      try await client.send(get("/callback?" + FrontChannelRig.good))
      expect(try await client.answer().status, is: 303)
      try await client.send(get("/callback", "HEAD"))
      expect(try await client.answer(hasBody: false).status, is: 404)
      try await client.send(get("/callback"))
      expect(try await client.answer().status, is: 200)
    }
    expect(redirect.contains("code=c"))
  }

  @Test func `a client that does not follow the 303 ends the wait all the same`() async throws {
    let port = try FrontChannelRig.freePort()
    let rig = FrontChannelRig(
      "http://127.0.0.1:\(port)/callback", patience: .milliseconds(50), pastes: false)
    let poller = try Poller()
    defer { poller.finish() }
    async let redirect = rig.redirect()
    expect(await rig.events.first { _ in true } != nil)
    let client = try RawClient(port: port, poller: poller)
    try await client.send(get("/callback?" + FrontChannelRig.good))
    expect(try await client.answer().body.contains("go back to the terminal"))
    expect(try await redirect.contains("code=c"))
  }

  @Test func `rejections are told, and only so many`() async throws {
    let port = try FrontChannelRig.freePort()
    let rig = FrontChannelRig("http://127.0.0.1:\(port)/callback")
    let poller = try Poller()
    defer { poller.finish() }
    async let redirect = rig.redirect()
    expect(await rig.events.first { _ in true } != nil)
    let client = try RawClient(port: port, poller: poller)
    for _ in 0...RejectionReports.limit {
      try await client.send(get("/callback?code=c&state=x"))
      expect(try await client.answer().status, is: 400)
    }
    // What others did in the browser does not silence the answer to one's own paste.
    rig.paste("nonsense", "http://127.0.0.1:\(port)/callback?" + FrontChannelRig.good)
    expect(try await redirect.contains("code=c"))
    let events = await rig.events.reduce(into: []) { $0.append($1) }
    let ofBrowser = events.filter {
      if case .refused(.stateDifferent, way: .listener, _) = $0 { true } else { false }
    }
    expect(ofBrowser.count, is: RejectionReports.limit)
    let last = BrowserEvent.refused(.stateDifferent, way: .listener, isLastReported: true)
    expect(ofBrowser.last == last && ofBrowser.filter { $0 == last }.count == 1)
    expect(events.last, is: .refused(.otherURL, way: .pasting, isLastReported: false))
  }
}
