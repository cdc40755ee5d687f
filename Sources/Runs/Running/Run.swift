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

/// What `walk` and `step` have in common: the settings, the session and the ending.
package struct Run {
  package let choices: Choices
  package let surroundings: Surroundings
  package let settings: Settings
  package let sessionStore: SessionStore
  package let presentation: Presentation
  /// The recording that is played; `nil` if none is.
  private let replay: Replay?
  private let warning = Warning()

  /// Whether it was said that the session cannot be written.
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

  /// The session that the options name.
  package static func sessionStore(
    _ choices: Choices, _ surroundings: Surroundings
  ) -> SessionStore {
    SessionStore(
      path: choices.value(.session) ?? surroundings.sessionPath, console: surroundings.console)
  }

  /// The session of a command that takes no other.
  package static func sessionStore(_ surroundings: Surroundings) -> SessionStore {
    SessionStore(path: surroundings.sessionPath, console: surroundings.console)
  }

  /// Where the run takes place, for what is suggested after it.
  package var place: RunPlace {
    RunPlace(
      flow: settings.flow, mode: settings.mode, serverWords: RunPlace.serverWords(choices),
      server: settings.server, client: settings.client)
  }

  /// The same, with what a session has.
  package func place(holding session: Session) -> RunPlace {
    var place = place
    place.holdsRefreshToken = session.holdsRefreshToken
    return place
  }

  /// Says on standard error what to type next.
  package func hint(_ next: Suggestion) { surroundings.hint(next.advice(in: place)) }

  /// What the run is about.
  package var subject: ReportSubject {
    let scenario = settings.mode == .dryRun && replay == nil ? settings.scenario : nil
    return ReportSubject(
      flow: settings.flow.about, mode: settings.mode, scenario: scenario?.name,
      story: replay?.story ?? scenario?.story, server: settings.server.name,
      mayIgnorePKCE: settings.server.mayIgnorePKCE)
  }

  /// The channels of the mode.
  ///
  /// - Parameter ledger: What the practice server issued before.
  /// - Returns: The route of the run.
  /// - Throws: What keeps a channel from being set up.
  package func route(_ ledger: Ledger) async throws -> Route {
    if let replay { return replay.route }
    switch settings.mode {
    case .dryRun: return try .recorded(settings.scenario)
    case .practice:
      let now = surroundings.now
      let server = PracticeServer(
        configuration: PracticeConfiguration(baseURL: Defaults.practiceURL), ledger: ledger,
        now: now, randomOctets: surroundings.randomOctets)
      let file = LedgerFile(beside: sessionStore)
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
    // It loads while the first steps are done and the user decides.
    back.start()
    let browser = BrowserConversation(
      console: surroundings.console, environment: surroundings.environment,
      redirectURI: settings.client.redirectURI.value, opensBrowser: !choices.has(.noBrowser)
    ).channel(timeout: .seconds(try Settings.timeout(choices)))
    let front = LiveFrontChannel(
      server: settings.server, browser: browser, back: back, console: surroundings.console)
    return .live(settings.server, front: front, back: back, now: surroundings.now)
  }

  /// What the user of practice mode decides.
  private var decision: @Sendable (Scope) -> UserDecision {
    let denies = choices.has(.deny)
    let allowed = choices.value(.allow).map(Scope.init)
    let console = surroundings.console
    return { asked in
      // A user can allow only what the client requests: otherwise a refusal has no visible reason.
      let others = allowed?.names(missingFrom: asked) ?? []
      if !others.isEmpty {
        console.hint(
          Harmless.line(
            "\(Option.allow.name) names \(others.joined(separator: ", ")), which the client does not request. "
              + "It requests: \(asked.value).") + "\n")
      }
      return denies ? .deny : .allow(allowed ?? asked)
    }
  }

  /// Saves what a step left.
  ///
  /// A demonstration needs no session: where its values cannot be saved, it says so and continues.
  package func save(_ session: Session, after step: StepReport) throws(CommandError) {
    let isToken = { (output: Parameter) in ["access_token", "refresh_token"].contains(output.name) }
    do {
      try sessionStore.write(session, hasNewTokens: step.outputs.contains(where: isToken))
    } catch {
      guard settings.mode == .dryRun, error.exitCode == .cannotCreate else { throw error }
      guard !warning.isGiven else { return }
      warning.isGiven = true
      surroundings.console.hint(
        "Warning: \(Harmless.line(error.message)) The next command will not know the values of this one.\n"
      )
    }
  }

  /// Keeps what the practice server issued for the next run.
  package func save(_ route: Route) async throws {
    guard let server = route.practiceServer else { return }
    try LedgerFile(beside: sessionStore).write(await server.ledger)
  }

  /// The back channel of a route, which writes down what is under way where it cannot be had again.
  package func back(_ route: Route, _ narrator: Narrator) -> any BackChannel {
    let back = NotingBackChannel(back: route.back) { narrator.lastRequest = $0 }
    guard settings.mode == .live else { return back }
    return KeepingBackChannel(back: back, now: surroundings.now) { pending in
      narrator.keep(pending)
      try sessionStore.write(narrator.session)
    }
  }

  /// Says what became of a program that was stopped before it had saved its answer.
  package func explainPending(_ session: Session) {
    guard settings.mode == .live, let pending = session.pending else { return }
    surroundings.console.hint(
      pending.words(settings.server, now: surroundings.now()) + "\n")
  }
}
