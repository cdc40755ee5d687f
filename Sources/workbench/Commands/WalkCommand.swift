import Flows
import HTTPMessages
import PracticeServer
import RecordedChannels
import Terminal
import Transcript
import Vocabulary

/// `workbench walk`: all steps of a flow in order.
struct WalkCommand {
  private let running: RunningCommand
  private let session: Session
  private let discovered: Discovered?
  /// Whether a recording is played, which leaves the session alone.
  private let isReplay: Bool
  /// Where the run is recorded; `nil` if it is not.
  private let folder: RecordingFolder?

  init(
    _ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle,
    _ chosen: ServerChoice.Choice?
  ) throws(Complaint) {
    guard !(invocation.has(.pause) && invocation.has(.noPause)) else {
      throw Complaint(
        .usage, "--pause and --no-pause exclude each other.", next: Advice("Give one of them."))
    }
    let store = RunningCommand.sessionStore(invocation, surroundings)
    let mode = ServerChoice.mode(invocation, chosen) ?? .dryRun
    let replay = try Replay(invocation)
    var session =
      if let replay { replay.session } else {
        try Self.start(in: mode, at: chosen?.server, store)
      }
    session.keep(invocation)
    self.session = session
    discovered = chosen?.discovered
    isReplay = replay != nil
    folder = try RecordingFolder(invocation, session.mode)
    running = try RunningCommand(
      invocation, surroundings, style, session: session, store: store, needsSecret: true,
      replay: replay)
  }

  /// A walk starts from nothing, except in live mode, where a client need not be described twice.
  private static func start(
    in mode: Mode, at server: AuthorizationServer?, _ store: SessionStore
  ) throws(Complaint) -> Session {
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
    let course = try await running.course(Ledger())
    defer { course.close() }
    let recorder = Recorder(
      subject: running.subject, session: session, stateOrigin: settings.stateOrigin,
      course: course, mistake: settings.scenario.mistake, onStep: show)
    let flow = settings.grantFlow(course)
    try running.presentation.begin(running.subject)
    if let discovered { try discovered.show(recorder) }
    let error = await failure(of: {
      _ = try await flow.tokens(
        front: course.front, back: running.back(course, recorder), now: course.now,
        perform: recorder)
    })
    try await running.save(course)
    // The run is shown, however it ended, and recorded, however that is shown.
    let ending = Result { try running.end(recorder, after: error) }
    try record(recorder.report, of: course)
    let exitCode = try ending.get()
    if error == nil, settings.mode != .dryRun {
      running.hint(NextAction.firstUse(in: settings.flow))
    }
    return exitCode
  }

  private func record(_ report: Report, of course: Course) throws(Complaint) {
    guard let folder else { return }
    // A replay knows the server from its description: that was asked before the flow began.
    var report = report
    report.steps.removeAll { !$0.heading.isOneOfTheFive }
    guard report.steps.contains(where: { $0.sends != nil || $0.received != nil }) else {
      running.surroundings.console.hint("Nothing was recorded: there was no message.\n")
      return
    }
    try folder.write(
      RunRecording(
        report, settings: running.settings, server: course.server, now: course.now()))
    running.surroundings.console.hint("Recorded in \(Harmless.line(folder.path))\n")
  }

  /// Shows a step that is done, saves what it left, and waits until the user wants the next one.
  private func show(_ recorder: Recorder, _ step: StepReport) throws {
    if !isReplay { try running.save(recorder.session, after: step) }
    if recorder.report.steps.count > 1, step.heading.isOneOfTheFive {
      try pause(before: step.heading.number)
    }
    try running.presentation.show(step, after: recorder.report.steps.dropLast())
  }

  private func pause(before number: Int) throws(Complaint) {
    let console = running.surroundings.console
    let isWanted = console.isInteractive && !running.invocation.has(.noPause)
    guard running.presentation.showsAsItGoes, isWanted || running.invocation.has(.pause) else {
      return
    }
    console.hint("\nPress Return for step \(number), or q and Return to stop: ")
    let answer = console.readLine()
    if answer?.lowercased().hasPrefix("q") ?? true {
      throw Complaint(
        .interrupted, "Stopped before step \(number).",
        next: isReplay ? nil : Advice("To go on from here", "step \(number)"))
    }
  }
}
