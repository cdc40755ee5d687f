import Flows
import PracticeServer
import RecordedChannels
import Transcript
import Vocabulary

/// `workbench walk`: all steps of a flow in order.
struct WalkCommand {
  private let running: RunningCommand
  private var session = Session()
  private let discovered: Discovered?

  init(
    _ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle,
    _ chosen: ServerChoice.Choice?
  ) throws(Complaint) {
    guard !(invocation.has(.pause) && invocation.has(.noPause)) else {
      throw Complaint(
        .usage, "--pause and --no-pause exclude each other.", next: Advice("Give one of them."))
    }
    let file = RunningCommand.sessionFile(invocation)
    let mode = ServerChoice.mode(invocation, chosen) ?? .dryRun
    // Of a real server's client nobody wants to type everything twice.
    if mode == .live { session = try file.readBeforeLiveWalk() }
    session.beginAuthorization(.pkce, in: mode, at: chosen?.server)
    session.keep(invocation)
    discovered = chosen?.discovered
    running = try RunningCommand(
      invocation, surroundings, style, session: session, file: file, needsSecret: true)
  }

  func run() async throws -> ExitCode {
    let settings = running.settings
    let course = try await running.course(Ledger())
    defer { course.close() }
    let recorder = Recorder(
      subject: running.subject, session: session, stateOrigin: settings.stateOrigin,
      course: course, mistake: settings.scenario.mistake, onStep: show)
    let flow = settings.grantFlow(course)
    try running.presentation.begin(running.subject)
    if settings.mode == .live { try running.sessionFile.keepTokensAside(surroundings) }
    if let discovered { try discovered.show(recorder) }
    let error = await failure(of: {
      _ = try await flow.tokens(
        front: course.front, back: running.back(course, recorder), now: course.now,
        perform: recorder)
    })
    try await running.save(course)
    let exitCode = try running.end(recorder, after: error)
    if error == nil, settings.mode != .dryRun {
      running.surroundings.hint(.firstUse(in: settings.flow))
    }
    return exitCode
  }

  /// Shows a step that is done, saves what it left, and waits until the user wants the next one.
  private func show(_ recorder: Recorder, _ step: StepReport) throws {
    try running.sessionFile.write(recorder.session)
    if recorder.report.steps.count > 1 { try pause(before: step.heading.number) }
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
        next: Advice("To go on from here", "step \(number)"))
    }
  }
}
