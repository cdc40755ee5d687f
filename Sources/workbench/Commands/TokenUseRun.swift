import Attacks
import Channels
import Flows
import Runs
import Terminal
import Transcript
import Vocabulary

/// The common part of the token commands: the session's tokens, the server, and the end of the run.
struct TokenUseRun {
  let running: Run
  let session: Session
  /// The command's name, for error messages.
  private let name: String
  /// The lock that allows a refresh, or `nil` for other commands.
  private let lock: RefreshLock?
  /// Whether another program refreshed the tokens while this one waited for the lock.
  private let isRefreshedAlready: Bool

  /// Reads the tokens from the session.
  ///
  /// - Parameters:
  ///   - choices: The command line.
  ///   - surroundings: The program's inputs and outputs.
  ///   - style: The width and color of the terminal.
  ///   - takesTurns: Whether only one program at a time may run the command.
  /// - Throws: `CommandError` if the session's mode has no server.
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
        "\(name) needs a server, but the session is " + (session.isEmpty ? "empty." : "a dry run."),
        next: Suggestion("Get tokens from the practice server", .practice)
          .advice(in: RunPlace(flow: session.flow, mode: .practice)))
    }
    running = try Run(
      choices, surroundings, style, session: session, store: store, needsSecret: true)
  }

  /// Runs the command's requests, shows the responses, and saves the values.
  func run(
    _ perform: (_ route: Route, _ back: any BackChannel, _ narrator: Narrator) async throws -> Void
  ) async throws -> ExitCode {
    if isRefreshedAlready {
      running.surroundings.console.hint(
        "Another program has just refreshed these tokens. The session has the new ones; nothing was sent.\n"
      )
      return .done
    }
    // Keep the lock until the end.
    defer { withExtendedLifetime(lock) {} }
    let route = try await running.route(LedgerFile(nextTo: running.sessionStore).read())
    defer { route.close() }
    let narrator = Narrator(
      subject: running.subject, session: session, stateOrigin: running.settings.stateOrigin,
      route: route,
      onStep: { narrator, step in
        // Save the new tokens before anything can use them.
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

  /// Returns a value from the session.
  ///
  /// - Throws: `CommandError` that names the command to get it, if it is missing.
  func value(_ name: String) throws(CommandError) -> String {
    if let value = session.values[name]?.value { return value }
    let flow = session.flow
    guard name == "access_token" || flow.about.canRefresh else {
      throw CommandError(
        .stepFailed,
        "\(self.name) needs \(name), which the flow \(flow.rawValue) does not return.",
        next: Suggestion("To get a new token, run the flow again", .walk)
          .advice(in: running.place))
    }
    throw CommandError(
      .stepFailed, "\(self.name) needs \(name), which the last step of a flow returns.",
      next: Suggestion("Type", .walk).advice(in: running.place))
  }
}
