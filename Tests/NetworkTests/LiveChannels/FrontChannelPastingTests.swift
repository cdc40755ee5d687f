import HTTPMessages
import TestSupport
import Testing

@testable import LiveChannels
@testable import LoopbackHTTP

/// The channel with a person who pastes, alone and beside the listener.
@Suite(.timeLimit(.minutes(2))) struct FrontChannelPastingTests {
  private static let registered = "https://app.example/cb"

  private func events(_ rig: FrontChannelRig) async -> [BrowserEvent] {
    await rig.events.reduce(into: []) { $0.append($1) }
  }

  private func start(_ ways: Set<BrowserWay>) -> BrowserEvent {
    .waiting(url: FrontChannelRig.request.url, ways: ways)
  }

  @Test func `a pasted address ends the wait of the listener`() async throws {
    let port = try FrontChannelRig.freePort()
    let uri = "http://127.0.0.1:\(port)/callback"
    let rig = FrontChannelRig(uri)
    rig.paste("", "  ", uri + "?code=c&state=planted", "'\(uri)?\(FrontChannelRig.good)' ")
    expect(try await rig.redirect(), is: uri + "?" + FrontChannelRig.good)
    let refused = BrowserEvent.refused(.stateDifferent, way: .pasting, isLastReported: false)
    expect(await events(rig), is: [start([.listener, .pasting]), refused])
    // Were the port still taken, the second wait would say so first.
    let again = FrontChannelRig(uri)
    again.paste(uri + "?" + FrontChannelRig.good)
    expect(try await again.redirect(), is: uri + "?" + FrontChannelRig.good)
    expect(await events(again), is: [start([.listener, .pasting])])
  }

  @Test func `the listener goes on when the input has ended`() async throws {
    let port = try FrontChannelRig.freePort()
    let rig = FrontChannelRig("http://127.0.0.1:\(port)/callback")
    rig.endInput()
    let poller = try Poller()
    defer { poller.finish() }
    async let redirect = rig.redirect()
    expect(await rig.events.first { _ in true } != nil)
    let client = try RawClient(port: port, poller: poller)
    try await client.send(
      "GET /callback?\(FrontChannelRig.good) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        + "GET /callback HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    expect(try await redirect.hasSuffix("/callback?" + FrontChannelRig.good))
  }

  @Test(arguments: [registered, "com.example.app:/cb", "http://192.0.2.7:8089/cb"])
  func `where nothing can listen, there is pasting alone`(uri: String) async throws {
    let rig = FrontChannelRig(uri)
    rig.paste(uri + "?" + FrontChannelRig.good)
    expect(try await rig.redirect(), is: uri + "?" + FrontChannelRig.good)
    expect(await events(rig), is: [start([.pasting])])
  }

  @Test func `without a listener, the end of input ends the wait, as does nobody to paste`()
    async throws
  {
    let rig = FrontChannelRig(Self.registered)
    rig.paste("nonsense")
    rig.endInput()
    await #expect(throws: BrowserFault.cannotReceive(redirectURI: Self.registered)) {
      try await rig.redirect()
    }
    expect(await events(rig).count, is: 2)
    let alone = FrontChannelRig(Self.registered, pastes: false)
    await #expect(throws: BrowserFault.cannotReceive(redirectURI: Self.registered)) {
      try await alone.redirect()
    }
    expect(await events(alone).isEmpty)
  }

  @Test func `a program that writes lines without end gives up the way`() async throws {
    var channel = BrowserFrontChannel(
      redirectURI: Self.registered, nextPastedLine: { "" }, statesMatch: { $0 == $1 },
      tell: { _ in }
    )
    channel.patience = .zero
    await #expect(throws: BrowserFault.self) {
      try await channel.redirect(for: FrontChannelRig.request)
    }
  }

  @Test func `a taken port is said before the browser opens`() async throws {
    let other = try LoopbackServer(port: 0, handler: TestHandler())
    defer { other.stop() }
    let rig = FrontChannelRig("http://127.0.0.1:\(other.port)/callback", pastes: false)
    await #expect(throws: LoopbackFault.portTaken(other.port)) { try await rig.redirect() }
    expect(await events(rig).isEmpty)
  }

  @Test func `where one can paste, a taken port is told and the wait begins`() async throws {
    let other = try LoopbackServer(port: 0, handler: TestHandler())
    defer { other.stop() }
    let uri = "http://127.0.0.1:\(other.port)/callback"
    let rig = FrontChannelRig(uri)
    rig.paste(uri + "?" + FrontChannelRig.good)
    expect(try await rig.redirect(), is: uri + "?" + FrontChannelRig.good)
    expect(await events(rig), is: [.cannotListen(.portTaken(other.port)), start([.pasting])])
    let silent = FrontChannelRig(uri)
    silent.endInput()
    await #expect(throws: LoopbackFault.portTaken(other.port)) { try await silent.redirect() }
  }

  @Test(.enabled(if: FrontChannelRig.hasIPv6, "this machine has no IPv6"))
  func `localhost is taken when either of its addresses is`() async throws {
    let other = try LoopbackServer(host: "::1", port: 0, handler: TestHandler())
    defer { other.stop() }
    let rig = FrontChannelRig("http://localhost:\(other.port)/callback", pastes: false)
    await #expect(throws: LoopbackFault.portTaken(other.port)) { try await rig.redirect() }
  }

  @Test func `when nobody comes back, the wait ends and the port is free again`() async throws {
    let port = try FrontChannelRig.freePort()
    for _ in 0..<3 {
      let rig = FrontChannelRig(
        "http://127.0.0.1:\(port)/callback", timeout: .milliseconds(20))
      await #expect(throws: BrowserFault.timedOut(seconds: 0)) { try await rig.redirect() }
    }
    // RFC 6749 §4.1.2.1: an error brings the state back, too; without it nobody can tell whose it is.
    let uri = "http://127.0.0.1:\(port)/callback"
    let rig = FrontChannelRig(uri, timeout: .milliseconds(200))
    rig.paste(uri + "?error=access_denied")
    let last = try await #require(throws: BrowserFault.self) { try await rig.redirect() }
    expect([last], is: [.timedOut(seconds: 0, refused: .stateMissing)])
    expect(last.description.contains("A redirect arrived within 0 seconds"))
    let fault = BrowserFault.timedOut(seconds: 300).description
    expect(fault.contains("within 300 seconds"))
  }

  @Test func `a task that is cancelled waits no longer`() async throws {
    let rig = FrontChannelRig("http://127.0.0.1:\(try FrontChannelRig.freePort())/callback")
    let task = Task { try await rig.redirect() }
    expect(await rig.events.first { _ in true } != nil)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
