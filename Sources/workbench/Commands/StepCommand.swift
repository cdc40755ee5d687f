import Channels
import Flows
import HTTPMessages
import RecordedChannels
import Step1CodeVerifier
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
import Terminal
import Transcript
import Vocabulary

/// `workbench step N`: one step, with what earlier steps left in the session.
struct StepCommand {
  private let running: RunningCommand
  private let number: Int
  private let session: Session

  init(
    _ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle,
    _ chosen: ServerChoice.Choice?
  ) throws(Complaint) {
    let number = invocation.operands.first.flatMap { Int($0) } ?? 1
    let store = RunningCommand.sessionStore(invocation, surroundings)
    var session = try store.read()
    // The first step begins another authorization: only what describes the application goes on.
    let flow =
      invocation.value(.flow).flatMap(Flow.init) ?? (number == 1 ? .usual : session.flow)
    try Self.check(number, isStepOf: flow)
    try Self.check(session, isOf: flow, at: number)
    let mode = ServerChoice.mode(invocation, chosen)
    if number == flow.about.steps.first {
      session.beginAuthorization(flow, in: mode ?? .dryRun, at: chosen?.server)
    } else {
      try Self.check(session, stays: mode, at: chosen?.server, flow)
      // Nothing was done in another mode, so this one may still be chosen.
      if let mode { session.mode = mode }
      session.server = chosen?.server ?? session.server
    }
    session.keep(invocation)
    if number > 1, flow.about.usesPKCE, let verifier = invocation.value(.verifier) {
      try session.keep(verifier: verifier)
    }
    self.number = number
    self.session = session
    running = try RunningCommand(
      invocation, surroundings, style, session: session, store: store, needsSecret: number >= 4)
    try checkOptions()
    // Another terminal may have walked another flow in this folder.
    if number != flow.about.steps.first, flow != .usual, !invocation.has(.flow) {
      surroundings.console.hint(
        "This step continues the session, which is in the flow \(flow.rawValue).\n")
    }
  }

  func run() async throws -> ExitCode {
    let course = try await running.course(LedgerFile(beside: running.sessionStore).read())
    defer { course.close() }
    let recorder = Recorder(
      subject: running.subject, session: session, stateOrigin: running.settings.stateOrigin,
      course: course, broughtSteps: broughtSteps, mistake: running.settings.scenario.mistake,
      onStep: { recorder, step in
        try running.save(recorder.session, after: step)
        try running.presentation.show(step, after: recorder.report.steps.dropLast())
      })
    let inputs = StepInputs(
      running: running, number: number, session: session, course: course,
      back: running.back(course, recorder))
    if number == 5 { running.explainPending(session) }
    let error = await failure(of: { try await perform(inputs, with: recorder) })
    try await running.save(course)
    let exitCode = try running.end(recorder, after: error)
    if error == nil {
      running.hint(await nextStep(after: recorder, course))
    }
    return exitCode
  }

  /// What comes after this step; the recording is asked in advance whether it will answer.
  private func nextStep(after recorder: Recorder, _ course: Course) async -> Suggestion {
    let flow = running.settings.flow
    guard let next = flow.about.steps.first(where: { $0 > number }) else {
      return running.settings.mode != .dryRun
        ? NextAction.firstUse(in: flow)
        : Suggestion("All in one, with what went where", .walk)
    }
    if number == 1, let other = unanswerable(recorder) { return other }
    if number == 4, running.settings.mode != .dryRun,
      session.values.contains(where: { $0.value.step == 5 })
    {
      return Suggestion("The code of this session was exchanged already. Start again", .start)
    }
    if number == 2, running.settings.mode == .dryRun,
      let request = recorder.report.steps.last?.sends,
      (try? await course.front.redirect(for: request)) == nil
    {
      return Suggestion(
        "The recording answers another request than this one. Bring the redirect yourself",
        .step(3), "--redirect 'URL'")
    }
    return Suggestion("Next", .step(next))
  }

  /// What to do with a verifier that no recording can answer; `nil` for the recorded one.
  private func unanswerable(_ recorder: Recorder) -> Suggestion? {
    guard running.settings.mode == .dryRun,
      recorder.session.values["code_verifier"]?.value != Standards.dryRun.verifier
    else { return nil }
    return Suggestion(
      "A recording cannot respond to a verifier of your own. Start where a server does",
      .plain("step 1 --random --mode practice"))
  }

  private func perform(_ inputs: StepInputs, with perform: Recorder) async throws {
    switch number {
    case 1: _ = try perform(CodeVerifierStep(source: running.settings.verifierSource))
    case 2: _ = try perform(try inputs.authorizationRequest())
    case 3 where running.settings.flow.about.redirectCarries == .token:
      _ = try perform(try await inputs.implicitResponse())
    case 3: _ = try perform(try await inputs.authorizationResponse())
    case 4: _ = try perform(try inputs.tokenRequest())
    default: _ = try perform(try await inputs.tokenResponse())
    }
  }

  private var broughtSteps: Set<Int> {
    let invocation = running.invocation
    return Set((invocation.has(.redirect) ? [3] : []) + (invocation.has(.response) ? [5] : []))
  }

  /// Refuses a step that the flow does not have.
  private static func check(_ number: Int, isStepOf flow: Flow) throws(Complaint) {
    guard !flow.about.steps.contains(number), let first = flow.about.steps.first else { return }
    let steps = flow.about.steps.map(String.init).joined(separator: ", ")
    throw Complaint(
      .usage, "The flow \(flow.rawValue) has no step \(number). It has: \(steps).",
      next: Advice("Type", "step \(first) --flow \(flow.rawValue)"))
  }

  /// Refuses to go on in one flow with what another has left.
  private static func check(
    _ session: Session, isOf flow: Flow, at number: Int
  ) throws(Complaint) {
    guard number != flow.about.steps.first, session.flow != flow,
      session.values.contains(where: { $0.value.step > 0 })
    else { return }
    throw Complaint(
      .usage,
      "The session is in the flow \(session.flow.rawValue), and its values are no good for the flow "
        + "\(flow.rawValue).",
      next: Suggestion("Begin the other flow", .start)
        .advice(in: RunPlace(flow: flow, mode: session.mode)))
  }

  /// Rejects a step that does not fit the session's mode or server: each has a client of its own, and the
  /// values of dry-run mode are published.
  private static func check(
    _ session: Session, stays mode: Mode?, at server: AuthorizationServer?, _ flow: Flow
  ) throws(Complaint) {
    guard session.values.contains(where: { $0.value.step > 0 }) else { return }
    let changesMode = mode.map { $0 != session.mode } ?? false
    let changesServer = server.map { $0 != session.server } ?? false
    guard changesMode || changesServer else { return }
    throw Complaint(
      .usage,
      "The session holds the values of \(session.mode.rawValue) mode, and they are no good anywhere else.",
      next: Suggestion("Begin anew", .start).advice(in: RunPlace(flow: flow, mode: mode ?? .live)))
  }

  private func checkOptions() throws(Complaint) {
    for (option, step) in [(Option.redirect, 3), (.response, 5)]
    where running.invocation.has(option) && number != step {
      throw Complaint(
        .usage, "The option \(option.name) belongs to step \(step), and this is step \(number).",
        next: Advice("Type", "step \(step) \(option.name) \(option.placeholder ?? "")"))
    }
  }
}
