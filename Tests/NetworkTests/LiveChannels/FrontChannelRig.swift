import HTTPMessages
import Testing
import Vocabulary

@testable import LiveChannels
@testable import LoopbackHTTP

/// The channel on a real port, with a browser that sends bytes and a person who pastes lines.
struct FrontChannelRig: Sendable {
  static let request = HTTPRequest(
    method: "GET", url: "https://as.example/authorize?client_id=a&state=s%20t")

  /// The query of the right redirect.
  static let good = "code=c&state=s%20t"

  /// The events in their order; it ends with the channel.
  let events: AsyncStream<BrowserEvent>
  let channel: BrowserFrontChannel
  private let lines: AsyncStream<String>.Continuation
  private let told: AsyncStream<BrowserEvent>.Continuation

  /// - Parameters:
  ///   - redirectURI: Where the browser comes back to.
  ///   - timeout: How long the channel waits.
  ///   - patience: How long it waits for the browser to fetch the last page.
  ///   - pastes: Whether a person is there.
  init(
    _ redirectURI: String, timeout: Duration = .seconds(50), patience: Duration = .seconds(20),
    pastes: Bool = true
  ) {
    let (events, told) = AsyncStream.makeStream(of: BrowserEvent.self)
    let (entered, lines) = AsyncStream.makeStream(of: String.self)
    (self.events, self.told, self.lines) = (events, told, lines)
    let next: @Sendable () async -> String? = {
      var iterator = entered.makeAsyncIterator()
      return await iterator.next()
    }
    var channel = BrowserFrontChannel(
      redirectURI: redirectURI, timeout: timeout, nextPastedLine: pastes ? next : nil,
      statesMatch: { State($0).matches($1) }, tell: { told.yield($0) })
    channel.patience = patience
    self.channel = channel
  }

  func paste(_ lines: String...) {
    for line in lines { self.lines.yield(line) }
  }

  func endInput() { lines.finish() }

  /// The URL of the redirect; afterwards all events are there.
  func redirect() async throws -> String {
    defer { told.finish() }
    return try await channel.redirect(for: Self.request).url
  }

  /// No port of the system's own choice, so that nobody who asks for any gets it.
  private static let lastPort = Lock<UInt16>(UInt16.random(in: 12_000..<20_000))

  private static func nextPort() -> UInt16 {
    lastPort.withLock { (port: inout UInt16) -> UInt16 in
      port += 1
      return port
    }
  }

  /// A port that was free a moment ago.
  static func freePort(host: String = "127.0.0.1") throws -> UInt16 {
    for _ in 0..<1000 {
      let port = nextPort()
      guard let server = try? LoopbackServer(host: host, port: port, handler: TestHandler()) else {
        continue
      }
      server.stop()
      return port
    }
    throw RawClient.Gone()
  }

  /// Whether this machine has IPv6 at all.
  static var hasIPv6: Bool { (try? freePort(host: "::1")) != nil }
}
