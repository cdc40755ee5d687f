import Attacks
import Channels
import Flows
import Runs
import Terminal
import Transcript
import Vocabulary

/// What the commands about tokens have in common: the session's tokens, a server that answers, the ending.
struct TokenUseRun {
  let running: Run
  let session: Session
  /// The command's name.
  private let name: String
  /// The right to refresh; `nil` for any other command.
  private let lock: RefreshLock?
  /// Whether another program has refreshed while this one waited for its turn.
  private let isRefreshedAlready: Bool

  /// Takes the tokens from the session.
  ///
  /// - Parameters:
  ///   - choices: The command line.
  ///   - surroundings: What the program runs in.
  ///   - style: How the terminal wants its text.
  ///   - takesTurns: Whether of several programs only one may do it at a time.
  /// - Throws: `CommandError` if no server answers in the session's mode.
  init(
    _ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle, takesTurns: Bool
  ) throws(CommandError) {
    let store = Run.sessionStore(choices, surroundings)
    let before = try store.read()
    name = choices.command
    let needsLock = takesTurns && before.mode != .dryRun
    lock = needsLock ? try RefreshLock(on: store, surroundings.console) : nil
    session = needsLock ? try store.read() : before
    isRefreshedAlready = session.values["refresh_token"] != before.values["refresh_token"]
    guard session.mode != .dryRun else {
      throw CommandError(
        .stepFailed,
        "\(name) needs a server that answers, and the session is "
          + (session.isEmpty ? "empty." : "a dry run."),
        next: Suggestion("Get tokens from the practice server", .practice)
          .advice(in: RunPlace(flow: session.flow, mode: .practice)))
    }
    running = try Run(
      choices, surroundings, style, session: session, store: store, needsSecret: true)
  }

  /// Sends what the command is about, shows what came, and saves it.
  func run(
    _ perform: (_ route: Route, _ back: any BackChannel, _ narrator: Narrator) async throws -> Void
  ) async throws -> ExitCode {
    if isRefreshedAlready {
      running.surroundings.console.hint(
        "Another program has refreshed these tokens just now, and the session has the new pair: nothing was "
          + "sent.\n")
      return .done
    }
    // The lock is there until the end of the program.
    defer { withExtendedLifetime(lock) {} }
    let route = try await running.route(LedgerFile(beside: running.sessionStore).read())
    defer { route.close() }
    let narrator = Narrator(
      subject: running.subject, session: session, stateOrigin: running.settings.stateOrigin,
      route: route,
      onStep: { narrator, step in
        // The new tokens are on the disk before anybody can use them.
        try running.save(narrator.session, after: step)
        try running.presentation.show(
          step, in: narrator.report.subject, after: narrator.report.steps.dropLast())
      })
    if lock != nil { running.explainPending(session) }
    let back = running.back(route, narrator)
    let error = await failure(of: { try await perform(route, back, narrator) })
    try await running.save(route)
    let exitCode = try running.end(narrator, after: error)
    if error == nil {
      let session = narrator.session
      running.hint(NextAction.next(in: session, running.place(holding: session)))
    }
    return exitCode
  }

  /// A value of the session.
  ///
  /// - Throws: `CommandError` that says how to get it if it is not there.
  func value(_ name: String) throws(CommandError) -> String {
    if let value = session.values[name]?.value { return value }
    let flow = session.flow
    guard name == "access_token" || flow.about.canRefresh else {
      throw CommandError(
        .stepFailed,
        "\(self.name) needs \(name), and the flow \(flow.rawValue) brings none.",
        next: Suggestion("To get a new token, go through the flow again", .walk)
          .advice(in: running.place))
    }
    throw CommandError(
      .stepFailed, "\(self.name) needs \(name), which the last step of a flow brings.",
      next: Suggestion("Type", .walk).advice(in: running.place))
  }
}
