package import Channels
import HTTPMessages
package import LiveChannels
import LoopbackHTTP
package import PracticeServer
package import Recordings
import Terminal
package import Vocabulary

/// The two channels of a run, and the origin of the messages on them.
package struct Route {
  /// The server that the requests are for.
  package let server: AuthorizationServer
  /// The origin of the responses.
  package let origin: Origin
  package let front: any FrontChannel
  package let back: any BackChannel
  /// The clock, in seconds since 1970-01-01 00:00 UTC.
  package let now: () -> Int64
  /// The recorded response that a step reads, by the step's number.
  package let recordings: [StepNumber: Recording]
  /// The practice server, whose ledger is kept between runs, or `nil` in other modes.
  package let practiceServer: PracticeServer?
  /// The practice server's listener for the browser, or `nil` if there is none.
  private let listener: LoopbackServer?
  /// The network program's channel, or `nil` if nothing is sent.
  private var network: NetworkBackChannel?
  /// Whether the recorded responses are from a real server.
  private(set) var replaysLiveServer = false

  /// Returns the route of a recorded scenario.
  package static func recorded(_ scenario: Scenario) throws -> Route {
    let front = try scenario.frontChannel
    let back = try scenario.backChannel
    return Route(
      server: .fitbit, origin: .recorded, front: front, back: back, now: { Scenario.recordedAt },
      recordings: [.authorizationResponse: front.recording, .tokenResponse: back.recording]
        .compactMapValues(\.self), practiceServer: nil,
      listener: nil)
  }

  /// Returns the route of a replay.
  ///
  /// - Parameters:
  ///   - front: The browser of the recorded run.
  ///   - back: The server of the recorded run.
  ///   - description: The server's metadata, or `nil` if the recording has none.
  ///   - server: The server of the recorded run.
  ///   - time: The time of the recorded run, in seconds since 1970-01-01 00:00 UTC.
  ///   - isFromOutside: Whether the server was a real one.
  /// - Returns: The route of the replay.
  package static func replayed(
    front: RecordedFrontChannel, back: RecordedBackChannel, description: Recording?,
    from server: AuthorizationServer, at time: Int64, isFromOutside: Bool
  ) -> Route {
    Route(
      server: server, origin: .recorded, front: front, back: back, now: { time },
      recordings: [
        .before: description, .authorizationResponse: front.recording,
        .tokenResponse: back.recording,
      ].compactMapValues(\.self), practiceServer: nil, listener: nil,
      replaysLiveServer: isFromOutside)
  }

  /// Returns the route to a practice server in this process.
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

  /// Returns the route to a listening practice server, through the user's browser.
  ///
  /// - Throws: `LoopbackFault` if no port is available.
  static func browsed(
    _ practiceServer: PracticeServer, keeping file: LedgerFile, redirectURI: String,
    timeout: Duration, _ surroundings: Surroundings
  ) async throws -> Route {
    let (now, console) = (surroundings.now, surroundings.console)
    let handler = PracticeHandler(server: practiceServer, now: now, log: nil)
    // The usual port, so that the URL is a known one, or any other if it is in use.
    let usual = try? LoopbackServer(port: 8088, handler: handler)
    let listener = try usual ?? LoopbackServer(port: 0, handler: handler)
    let baseURL = "http://127.0.0.1:\(listener.port)"
    await practiceServer.move(to: baseURL)
    Task { await listener.run() }
    let front = BrowserConversation(
      console: console, environment: surroundings.environment, redirectURI: redirectURI,
      opensBrowser: true
    ).channel(timeout: timeout)
    let channels = LedgerKeepingChannels(
      front: front, back: PracticeBackChannel(server: practiceServer), server: practiceServer,
      file: file)
    return Route(
      server: .practice(at: baseURL), origin: .practice, front: channels, back: channels, now: now,
      recordings: [:], practiceServer: practiceServer, listener: listener)
  }

  /// Returns the route to a real server, through the user's browser and over the network.
  ///
  /// - Parameters:
  ///   - server: The server.
  ///   - front: The front channel.
  ///   - back: The back channel.
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

  /// Stops the listener and the network program of the run.
  package func close() {
    listener?.stop()
    network?.close()
  }
}
