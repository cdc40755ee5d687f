import RecordedChannels
import Step1CodeVerifier
import Transcript
import Vocabulary

/// What `walk` and `step` have in common: the settings, the session and the ending.
struct RunningCommand {
  let invocation: Invocation
  let surroundings: Surroundings
  let settings: Settings
  let sessionFile: SessionFile
  let presentation: Presentation

  init(
    _ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle,
    session: Session, file: SessionFile, needsSecret: Bool
  ) throws(Complaint) {
    self.invocation = invocation
    self.surroundings = surroundings
    sessionFile = file
    settings = try Settings(
      invocation, session: session, surroundings: surroundings, needsSecret: needsSecret)
    presentation = Presentation(
      invocation, style: style, hasRealSecret: settings.hasRealSecret,
      console: surroundings.console)
  }

  /// The session file that the options name.
  static func sessionFile(_ invocation: Invocation) -> SessionFile {
    SessionFile(path: invocation.value(.session) ?? SessionFile.defaultPath)
  }

  /// What the run is about.
  var subject: ReportSubject {
    ReportSubject(
      flow: "pkce", flowTitle: "Authorization code with PKCE", mode: "dry-run",
      scenario: settings.scenario.name, story: settings.scenario.story,
      server: settings.server.name)
  }

  /// Ends a run: shows the end, and tells the exit code.
  func end(_ recorder: Recorder, after error: (any Error)?) throws -> ExitCode {
    var exitCode = ExitCode.done
    switch error {
    case let failure as StepFailure:
      let step = recorder.report.steps.last?.heading.number ?? 1
      recorder.fail(FailureReport(failure, step: step, surroundings))
      exitCode = failure.reason == .gone ? .unavailable : .stepFailed
    case let mismatch as RecordingMismatch:
      recorder.fail(FailureReport(mismatch, surroundings))
      exitCode = .stepFailed
    case let error?: throw error
    case nil: break
    }
    try presentation.end(recorder.report)
    return exitCode
  }
}
