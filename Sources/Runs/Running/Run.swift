package import Channels
import Flows
import HTTPMessages
import LiveChannels
import LoopbackHTTP
package import PracticeServer
import Recordings
import Step1CodeVerifier
import Terminal
package import Transcript
import Vocabulary

/// The settings, session, and ending that `walk` and `step` share.
package struct Run {
  package let choices: Choices
  package let surroundings: Surroundings
  package let settings: Settings
  package let sessionStore: SessionStore
  package let presentation: Presentation
  /// The recording to replay, or `nil` for none.
  private let replay: Replay?
  private let warning = Warning()

  /// Whether the user was warned that the session cannot be written.
  private final class Warning {
    var isGiven = false
  }

  package init(
    _ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle,
    session: Session, store: SessionStore, needsSecret: Bool, needsScope: Bool = true,
    replay: Replay? = nil, telling: Telling = .full
  ) throws(CommandError) {
    self.choices = choices
    self.surroundings = surroundings
    self.replay = replay
    sessionStore = store
    try store.checkKind()
    settings = try Settings(
      choices, session: session, surroundings: surroundings, needsSecret: needsSecret,
      needsScope: needsScope, replay: replay)
    presentation = try Presentation(
      choices, style: style, telling: telling, isLive: settings.mode == .live,
      hasRealSecret: settings.hasRealSecret, surroundings)
  }

  /// Returns the store of the session that the options name.
  package static func sessionStore(
    _ choices: Choices, _ surroundings: Surroundings
  ) -> SessionStore {
    SessionStore(
      path: choices.value(.session) ?? surroundings.sessionPath, console: surroundings.console)
  }

  /// Returns the store of the usual session, for a command without `--session`.
  package static func sessionStore(_ surroundings: Surroundings) -> SessionStore {
    SessionStore(path: surroundings.sessionPath, console: surroundings.console)
  }

  /// The flow, mode, server, and client of the run, for the suggestions after it.
  package var place: RunPlace {
    RunPlace(
      flow: settings.flow, mode: settings.mode, serverWords: RunPlace.serverWords(choices),
      server: settings.server, client: settings.client)
  }

  /// Returns the place, with the information whether the session has a refresh token.
  package func place(holding session: Session) -> RunPlace {
    var place = place
    place.hasRefreshToken = session.hasRefreshToken
    return place
  }

  /// Prints the next command on standard error.
  package func hint(_ next: Suggestion) { surroundings.hint(next.advice(in: place)) }

  /// The subject of the run's report.
  package var subject: ReportSubject {
    let scenario = settings.mode == .dryRun && replay == nil ? settings.scenario : nil
    return ReportSubject(
      flow: settings.flow.about, mode: settings.mode, scenario: scenario?.name,
      story: replay?.story ?? scenario?.story, server: settings.server.name,
      mayIgnorePKCE: settings.server.mayIgnorePKCE)
  }

  /// Returns the channels of the mode.
  ///
  /// - Parameter ledger: The practice server's state from earlier runs.
  /// - Returns: The route of the run.
  /// - Throws: An error if a channel cannot be set up.
  package func route(_ ledger: Ledger) async throws -> Route {
    if let replay { return replay.route }
    switch settings.mode {
    case .dryRun: return try .recorded(settings.scenario)
    case .practice:
      let now = surroundings.now
      let server = PracticeServer(
        configuration: PracticeConfiguration(baseURL: Defaults.practiceURL), ledger: ledger,
        now: now, randomOctets: surroundings.randomOctets)
      let file = LedgerFile(nextTo: sessionStore)
      guard choices.has(.browser) else {
        return .practiced(server, keeping: file, decision: decision, now: now)
      }
      return try await .browsed(
        server, keeping: file, redirectURI: settings.client.redirectURI.value,
        timeout: .seconds(try Settings.timeout(choices)), surroundings)
    case .live: return try liveRoute()
    }
  }

  private func liveRoute() throws(CommandError) -> Route {
    let back = LiveBackChannel.make(choices, surroundings)
    // It loads during the first steps, while the user decides.
    back.start()
    let browser = BrowserConversation(
      console: surroundings.console, environment: surroundings.environment,
      redirectURI: settings.client.redirectURI.value, opensBrowser: !choices.has(.noBrowser)
    ).channel(timeout: .seconds(try Settings.timeout(choices)))
    let front = LiveFrontChannel(
      server: settings.server, browser: browser, back: back, console: surroundings.console)
    return .live(settings.server, front: front, back: back, now: surroundings.now)
  }

  /// The decision of the user in practice mode.
  private var decision: @Sendable (Scope) -> UserDecision {
    let denies = choices.has(.deny)
    let allowed = choices.value(.allow).map(Scope.init)
    let console = surroundings.console
    return { asked in
      // A user can grant only requested scopes. Without this hint, a failure has no visible reason.
      let others = allowed?.names(missingFrom: asked) ?? []
      if !others.isEmpty {
        console.hint(
          Harmless.line(
            "\(Option.allow.name) names \(others.joined(separator: ", ")), which the client does "
              + "not request. It requests: \(asked.value).") + "\n")
      }
      return denies ? .deny : .allow(allowed ?? asked)
    }
  }

  /// Saves the session after a step.
  ///
  /// In dry-run mode the run continues with a warning if the session cannot be saved.
  package func save(_ session: Session, after step: StepReport) throws(CommandError) {
    let isToken = { (output: Parameter) in ["access_token", "refresh_token"].contains(output.name) }
    do {
      try sessionStore.write(session, hasNewTokens: step.outputs.contains(where: isToken))
    } catch {
      guard settings.mode == .dryRun, error.exitCode == .cannotCreate else { throw error }
      guard !warning.isGiven else { return }
      warning.isGiven = true
      surroundings.console.hint(
        "Warning: \(Harmless.line(error.message)) The next command will not have these values.\n"
      )
    }
  }

  /// Saves the practice server's ledger for the next run.
  package func save(_ route: Route) async throws {
    guard let server = route.practiceServer else { return }
    try LedgerFile(nextTo: sessionStore).write(await server.ledger)
  }

  /// Returns the back channel of a route, which in live mode saves each request before sending it.
  package func back(_ route: Route, _ narrator: Narrator) -> any BackChannel {
    let back = NotingBackChannel(back: route.back) { narrator.lastRequest = $0 }
    guard settings.mode == .live else { return back }
    return KeepingBackChannel(back: back, now: surroundings.now) { pending in
      narrator.keep(pending)
      try sessionStore.write(narrator.session)
    }
  }

  /// Prints a note if an earlier program was stopped before it saved a response.
  package func explainPending(_ session: Session) {
    guard settings.mode == .live, let pending = session.pending else { return }
    surroundings.console.hint(
      pending.words(settings.server, now: surroundings.now()) + "\n")
  }
}
