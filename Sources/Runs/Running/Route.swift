package import Channels
import HTTPMessages
package import LiveChannels
import LoopbackHTTP
package import PracticeServer
package import Recordings
import Terminal
package import Vocabulary

/// The two channels of a run, and what is to be known of what comes over them.
package struct Route {
  /// The server that the requests are for.
  package let server: AuthorizationServer
  /// Where the answers come from.
  package let origin: Origin
  package let front: any FrontChannel
  package let back: any BackChannel
  /// The clock, in seconds since 1970-01-01 00:00 UTC.
  package let now: () -> Int64
  /// The recorded answer that a step reads, by the step's number.
  package let recordings: [StepNumber: Recording]
  /// The practice server, whose ledger has to be kept between runs.
  package let practiceServer: PracticeServer?
  /// The listener that the browser talks to; `nil` where there is none.
  private let listener: LoopbackServer?
  /// The program for the network; `nil` where nothing is sent.
  private var network: NetworkBackChannel?
  /// Whether the recorded answers are those of a real server.
  private(set) var replaysLiveServer = false

  /// Recorded answers.
  package static func recorded(_ scenario: Scenario) throws -> Route {
    let front = try scenario.frontChannel
    let back = try scenario.backChannel
    return Route(
      server: .fitbit, origin: .recorded, front: front, back: back, now: { Scenario.recordedAt },
      recordings: [.authorizationResponse: front.answer, .tokenResponse: back.answer]
        .compactMapValues(\.self), practiceServer: nil,
      listener: nil)
  }

  /// Answers of a run that was recorded.
  ///
  /// - Parameters:
  ///   - front: The browser of that run.
  ///   - back: The server of that run.
  ///   - description: The server's description of itself; `nil` if it gave none.
  ///   - server: The server that it was.
  ///   - time: When it was, in seconds since 1970-01-01 00:00 UTC.
  ///   - isFromOutside: Whether the server was a real one.
  /// - Returns: The route of the replay.
  package static func replayed(
    front: RecordedFrontChannel, back: RecordedBackChannel, description: Recording?,
    from server: AuthorizationServer, at time: Int64, isFromOutside: Bool
  ) -> Route {
    Route(
      server: server, origin: .recorded, front: front, back: back, now: { time },
      recordings: [
        .before: description, .authorizationResponse: front.answer, .tokenResponse: back.answer,
      ].compactMapValues(\.self), practiceServer: nil, listener: nil,
      replaysLiveServer: isFromOutside)
  }

  /// Answers of a practice server in this process.
  package static func practiced(
    _ server: PracticeServer, keeping file: LedgerFile? = nil, as user: PracticeUser? = nil,
    decision: @escaping @Sendable (Scope) -> UserDecision, now: @escaping () -> Int64
  ) -> Route {
    let channels = LedgerKeepingChannels(
      front: PracticeFrontChannel(server: server, as: user, decision: decision),
      back: PracticeBackChannel(server: server), server: server, file: file)
    return Route(
      server: .practice(at: Defaults.practiceURL), origin: .practice, front: channels,
      back: channels, now: now, recordings: [:], practiceServer: server, listener: nil)
  }

  /// Answers of a practice server behind a listener, through the user's own browser, for which it waits
  /// until the timeout.
  ///
  /// - Throws: `LoopbackFault` if no port can be had.
  static func browsed(
    _ practiceServer: PracticeServer, keeping file: LedgerFile, redirectURI: String,
    timeout: Duration, _ surroundings: Surroundings
  ) async throws -> Route {
    let (now, console) = (surroundings.now, surroundings.console)
    let handler = PracticeHandler(server: practiceServer, now: now, log: nil)
    // The usual port, so that the address is a known one; any other if somebody has it.
    let usual = try? LoopbackServer(port: 8088, handler: handler)
    let listener = try usual ?? LoopbackServer(port: 0, handler: handler)
    let address = "http://127.0.0.1:\(listener.port)"
    await practiceServer.move(to: address)
    Task { await listener.run() }
    let front = BrowserConversation(
      console: console, environment: surroundings.environment, redirectURI: redirectURI,
      opensBrowser: true
    ).channel(timeout: timeout)
    let channels = LedgerKeepingChannels(
      front: front, back: PracticeBackChannel(server: practiceServer), server: practiceServer,
      file: file)
    return Route(
      server: .practice(at: address), origin: .practice, front: channels, back: channels, now: now,
      recordings: [:], practiceServer: practiceServer, listener: listener)
  }

  /// A real server: through the user's own browser, and over the network.
  ///
  /// - Parameters:
  ///   - server: The server.
  ///   - front: The way through the browser.
  ///   - back: The direct way.
  ///   - now: The clock.
  /// - Returns: The route.
  package static func live(
    _ server: AuthorizationServer, front: any FrontChannel, back: NetworkBackChannel,
    now: @escaping () -> Int64
  ) -> Route {
    Route(
      server: server, origin: .live, front: front, back: back, now: now, recordings: [:],
      practiceServer: nil, listener: nil, network: back)
  }

  /// Stops what was started for the run.
  package func close() {
    listener?.stop()
    network?.close()
  }
}
