import Attacks
import Flows
import HTTPMessages
import PracticeServer
import Recordings
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench walk`: all steps of a flow in order.
struct WalkCommand: Command {
  private let running: Run
  private let session: Session
  private let discovered: Discovered?
  /// Whether a recording is played, which leaves the session alone.
  private let isReplay: Bool
  /// Whether each step is saved when it is done: not in a recorded run that does not wait, saved at its end.
  private let savesEachStep: Bool
  /// Where the run is recorded; `nil` if it is not.
  private let folder: RecordingFolder?

  init(
    _ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle
  ) async throws(CommandError) {
    let chosen = try await ServerChoice(choices: choices, surroundings: surroundings)
      .chosen()
    guard !(choices.has(.pause) && choices.has(.noPause)) else {
      throw CommandError(
        .usage, "--pause and --no-pause exclude each other.", next: Advice("Give one of them."))
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

  /// A walk starts from nothing, except in live mode, where a client need not be described twice.
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
    // The run is shown, however it ended, and recorded, however that is shown.
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
      running.surroundings.console.hint("Nothing was recorded: there was no message.\n")
      return
    }
    try folder.write(
      RunRecording(
        report, settings: running.settings, server: route.server, now: route.now()))
    running.surroundings.console.hint("Recorded in \(Harmless.line(folder.path))\n")
  }

  /// Shows a step that is done, saves what it left, and waits until the user wants the next one.
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
      "Shows each step of the authorization code flow with PKCE, or of another flow, on one screen: what is new, "
        + "the message, and the results. --explain explains every part. In dry-run mode nothing is sent: the "
        + "responses are recordings. In practice mode the workbench's own server responds, with new values each "
        + "time. In live mode a real server responds, through your own browser; see servers and doctor.",
      "A value of your own stands in the request that is shown. A recording then declines to "
        + "answer, because it was made from another request, and says which parameter differs. The "
        + "practice server answers: with an error if the value is wrong.",
      "--record keeps the messages of a run as .http files, and --replay plays them. Only walk takes "
        + "these two: a single step or a use of the tokens is not recorded.",
    ],
    options: Option.request + [
      .record, .replay, .explainParts, .pause, .noPause, .noPager, .outputFile,
    ]
      + Option.output,
    examples: [
      .init("workbench walk", "everything goes well"),
      .init("workbench walk --explain", "every part of every message explained"),
      .init("workbench walk --scenario denied", "the user says no"),
      .init("workbench walk --mode practice", "a server really answers, with fresh values"),
      .init("workbench walk --app-type client", "an app without a client secret"),
      .init("workbench walk --flow implicit", "another flow, with fewer steps"),
      .init("workbench walk --format mermaid", "a sequence diagram of the run"),
      .init("workbench walk --format html --output walk.html", "a page, also for paper"),
      .init("workbench walk --mode live --client-id ID", "for real: at Fitbit, in your browser"),
      .init(
        "workbench walk --mode live --discover https://auth.example.com --client-id ID",
        "at any server that describes itself"),
      .init("workbench walk --format har > walk.har", "for the network panel of a browser"),
      .init("workbench walk --mode practice --record run", "keep the messages, without secrets"),
      .init("workbench walk --replay run", "and walk through them once more"),
    ])
}
