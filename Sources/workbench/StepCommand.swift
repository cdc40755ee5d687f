import Flows
import HTTPMessages
import RecordedChannels
import Step1CodeVerifier
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
import Transcript
import Vocabulary

/// `workbench step N`: one step, with what earlier steps left in the session.
struct StepCommand {
  private let running: RunningCommand
  private let number: Int
  private let session: Session

  init(_ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle) throws(Complaint)
  {
    let number = invocation.operands.first.flatMap { Int($0) } ?? 1
    let file = RunningCommand.sessionFile(invocation)
    var session = try file.read()
    // Step 1 begins another authorization: only what describes the application goes on.
    if number == 1 { session.beginAuthorization() }
    session.keep(invocation)
    if number > 1, let verifier = invocation.value(.verifier) {
      try session.keep(verifier: verifier)
    }
    self.number = number
    self.session = session
    running = try RunningCommand(
      invocation, surroundings, style, session: session, file: file, needsSecret: number >= 4)
    try checkOptions()
  }

  func run() async throws -> ExitCode {
    let recorder = Recorder(
      subject: running.subject, session: session, stateOrigin: running.settings.stateOrigin,
      recordings: try recordings(),
      mistake: running.settings.scenario.mistake,
      onStep: { recorder, step in
        try running.sessionFile.write(recorder.session)
        try running.presentation.show(step)
      })
    do {
      try await perform(with: recorder)
      let exitCode = try running.end(recorder, after: nil)
      let next = await nextStep(after: recorder)
      running.surroundings.console.hint("\n\(running.surroundings.complete(next).line)\n")
      return exitCode
    } catch {
      return try running.end(recorder, after: error)
    }
  }

  /// What comes after this step; the recording is asked in advance whether it will answer.
  private func nextStep(after recorder: Recorder) async -> Advice {
    if number == 5 { return Advice("All five in one, with what went where", "walk") }
    if number == 2, let request = recorder.report.steps.last?.sends,
      (try? await running.settings.scenario.frontChannel.redirect(for: request)) == nil
    {
      return Advice(
        "The recording answers another request than this one. Bring the redirect yourself",
        "step 3 --redirect 'URL'")
    }
    return Advice("Next", "step \(number + 1)")
  }

  private func perform(with perform: Recorder) async throws {
    switch number {
    case 1: _ = try perform(CodeVerifierStep(source: running.settings.verifierSource))
    case 2: _ = try perform(try inputs.authorizationRequest())
    case 3: _ = try perform(try await inputs.authorizationResponse())
    case 4: _ = try perform(try inputs.tokenRequest())
    default: _ = try perform(try await inputs.tokenResponse())
    }
  }

  private var inputs: StepInputs {
    StepInputs(running: running, session: session)
  }

  /// The recorded answer that the step reads, unless the user brings one.
  private func recordings() throws -> [Int: Recording] {
    let scenario = running.settings.scenario
    return switch number {
    case 3 where !running.invocation.has(.redirect): [3: try scenario.frontChannel.answer]
    case 5 where !running.invocation.has(.response): [5: try scenario.backChannel.answer]
    default: [:]
    }
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
