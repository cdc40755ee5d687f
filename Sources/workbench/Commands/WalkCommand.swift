import Attacks
import Flows
import HTTPMessages
import PracticeServer
import Recordings
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench walk`: runs all steps of a flow in order.
struct WalkCommand: Command {
  private let running: Run
  private let session: Session
  private let discovered: Discovered?
  /// Whether this is a replay, which leaves the session unchanged.
  private let isReplay: Bool
  /// Whether each step is saved at once; a dry run without pauses is saved at its end.
  private let savesEachStep: Bool
  /// The folder for a recording of the run, or `nil` for none.
  private let folder: RecordingFolder?

  init(
    _ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle
  ) async throws(CommandError) {
    let chosen = try await ServerChoice(choices: choices, surroundings: surroundings)
      .chosen()
    guard !(choices.has(.pause) && choices.has(.noPause)) else {
      throw CommandError(
        .usage, "--pause and --no-pause cannot be used together.", next: Advice("Use one of them."))
    }
    let store = Run.sessionStore(choices, surroundings)
    let mode = ServerChoice.mode(choices, chosen) ?? .dryRun
    let replay = try Replay(choices)
    var session =
      if let replay { replay.session } else {
        try Self.start(in: mode, at: chosen?.server, store)
      }
    session.keep(choices)
    self.session = session
    discovered = replay?.description?.discovered ?? chosen?.discovered
    isReplay = replay != nil
    folder = try RecordingFolder(choices, session.mode)
    let pauses = WalkPause.isWanted(choices, surroundings)
    savesEachStep = !isReplay && (pauses || session.mode != .dryRun)
    running = try Run(
      choices, surroundings, style, session: session, store: store, needsSecret: true,
      replay: replay,
      telling: .walk(explains: choices.has(.explainParts), pauses: pauses))
  }

  /// Returns an empty session; in live mode it keeps the client's registration.
  private static func start(
    in mode: Mode, at server: AuthorizationServer?, _ store: SessionStore
  ) throws(CommandError) -> Session {
    if mode == .live, try store.read().mode == .live {
      return try store.beginAuthorization(.usual, in: mode, at: server)
    }
    var session = Session()
    session.beginAuthorization(.usual, in: mode, at: server)
    return session
  }

  func run() async throws -> ExitCode {
    let settings = running.settings
    try folder?.prepare()
    let route = try await running.route(Ledger())
    defer { route.close() }
    let narrator = Narrator(
      subject: running.subject, session: session, stateOrigin: settings.stateOrigin,
      route: route, mistake: settings.scenario.mistake, onStep: show)
    let flow = settings.grantFlow(route)
    try running.presentation.begin(running.subject)
    try WalkPause(running: running, subject: running.subject, steps: [], isReplay: isReplay)
      .waitToStart()
    if let discovered { try discovered.show(narrator) }
    let error = await failure(of: {
      _ = try await flow.tokens(
        front: route.front, back: running.back(route, narrator), now: route.now,
        perform: narrator)
    })
    if !isReplay, !savesEachStep, let last = narrator.report.steps.last {
      try running.save(narrator.session, after: last)
    }
    try await running.save(route)
    // Show the run even if it failed. Record it even if it cannot be shown.
    let ending = Result {
      try running.end(
        narrator, after: error,
        next: NextAction.walked(running.place, holding: narrator.session))
    }
    try record(narrator.report, of: route)
    let exitCode = try ending.get()
    if error == nil, settings.mode != .dryRun, !running.presentation.showsWhatIsNext {
      running.hint(NextAction.use(after: nil, in: running.place, holding: narrator.session))
    }
    return exitCode
  }

  private func record(_ report: Report, of route: Route) throws(CommandError) {
    guard let folder else { return }
    let steps = report.steps.filter(\.heading.number.isOneOfTheFive)
    guard steps.contains(where: { $0.sends != nil || $0.received != nil }) else {
      running.surroundings.console.hint("Nothing was recorded: the run has no message.\n")
      return
    }
    try folder.write(
      RunRecording(
        report, settings: running.settings, server: route.server, now: route.now()))
    running.surroundings.console.hint("Recorded in \(Harmless.line(folder.path))\n")
  }

  /// Saves and shows a completed step, then waits for the user.
  private func show(_ narrator: Narrator, _ step: StepReport) throws {
    if savesEachStep { try running.save(narrator.session, after: step) }
    let steps = narrator.report.steps
    try running.presentation.show(step, in: narrator.report.subject, after: steps.dropLast())
    guard step.heading.number.isOneOfTheFive else { return }
    try WalkPause(
      running: running, subject: narrator.report.subject, steps: steps, isReplay: isReplay
    )
    .wait()
  }
}

extension WalkCommand {
  static let name = "walk"
  static let description = CommandDescription(
    name: name, group: .see, isFeatured: true, operands: [],
    summary: "walk through all steps of a flow, one at a time",
    details: [
      "Each step is one screen: new values, the message, and the results. Dry-run mode sends nothing. Practice mode "
        + "has new values in each run. Live mode uses your browser; see servers and doctor.",
      "Your own values appear in the request. A recording matches only the request it was made from: if yours "
        + "differs, the walk fails and names the parameter. The practice server responds, with an error if a "
        + "value is wrong.",
      "--record saves the messages of a run as .http files. Only walk accepts --record and --replay: single steps "
        + "and token commands are not recorded.",
    ],
    options: Option.request + [
      .record, .replay, .explainParts, .pause, .noPause, .noPager, .outputFile,
    ]
      + Option.output,
    examples: [
      .init("workbench walk", "a successful run"),
      .init("workbench walk --explain", "with every part explained"),
      .init("workbench walk --scenario denied", "the user denies access"),
      .init("workbench walk --mode practice", "with the practice server"),
      .init("workbench walk --app-type client", "a client without a secret"),
      .init("workbench walk --flow implicit", "another flow, with fewer steps"),
      .init("workbench walk --format mermaid", "a sequence diagram of the run"),
      .init("workbench walk --format html --output walk.html", "a page, also for printing"),
      .init("workbench walk --mode live --client-id ID", "with Fitbit, in your browser"),
      .init(
        "workbench walk --mode live --discover https://auth.example.com --client-id ID",
        "with any server that publishes metadata"),
      .init("workbench walk --format har > walk.har", "for a browser's network panel"),
      .init("workbench walk --mode practice --record run", "save the messages without secrets"),
      .init("workbench walk --replay run", "replay them"),
    ])
}
