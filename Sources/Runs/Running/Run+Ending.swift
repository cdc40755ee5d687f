import Channels
import Diagnosis
import Flows
import HTTPMessages
import LiveChannels
import LoopbackHTTP
import PracticeServer
import Recordings
import Transcript
import Vocabulary

extension Run {
  /// Returns the command that repeats the request without a response, from the session's values.
  private func again(_ narrator: Narrator) -> String {
    switch currentStep(narrator) {
    case .codeVerifier, .authorizationRequest, .authorizationResponse: "step 3"
    case .tokenRequest, .tokenResponse: "step 5"
    case .before, .after: choices.command
    }
  }

  /// Returns the last completed step, or the step to do if there is none.
  private func currentStep(_ narrator: Narrator) -> StepNumber {
    narrator.report.steps.last?.heading.number ?? typedStep ?? settings.flow.about.firstStep
  }

  /// The step on the command line, or `nil` for a command without one.
  private var typedStep: StepNumber? {
    choices.operands.first.flatMap { Int($0) }.flatMap(StepNumber.init)
  }

  /// Ends a run: shows the end, and returns the exit code.
  ///
  /// - Parameters:
  ///   - narrator: The narrator with the report.
  ///   - error: The error that ended the run, or `nil` if it succeeded.
  ///   - next: The suggestions after a successful run.
  /// - Returns: The exit code.
  /// - Throws: `CommandError` if the output cannot be written, and errors that no report explains.
  package func end(
    _ narrator: Narrator, after error: (any Error)?, next: [Suggestion] = []
  ) throws -> ExitCode {
    guard let error else {
      var report = narrator.report
      report.next = next.map { surroundings.complete($0, in: place) }
      try presentation.end(report)
      return .done
    }
    var (failure, exitCode) = try explanation(of: error, at: currentStep(narrator), narrator)
    failure.next.append(
      surroundings.complete(
        NextAction.lesson(explaining: Self.cause(of: error) ?? failure.step, of: settings.flow),
        in: place))
    narrator.fail(failure)
    note(error, narrator)
    try presentation.end(narrator.report)
    return exitCode
  }

  /// Saves that the last request got no response, so that the next command is a new start.
  private func note(_ error: any Error, _ narrator: Narrator) {
    guard error is RecordingMismatch || error is NoRecording || error is PracticeRejection,
      !choices.has(.replay), let last = narrator.session.lastDone
    else { return }
    narrator.noteFailure(at: settings.flow.about.steps.first { $0 > last } ?? last)
    // If it cannot be written, the previous step has already warned.
    try? sessionStore.write(narrator.session)
  }

  /// Returns the step that sent the failed request, if a later step is missing the response.
  private static func cause(of error: any Error) -> StepNumber? {
    switch error {
    case let mismatch as RecordingMismatch: mismatch.step
    case let ending as NoRecording: ending.step
    case is PracticeRejection: .authorizationRequest
    default: nil
    }
  }

  /// Returns the failed exchange for the diagnosis, or `nil` in dry-run mode.
  private func exchange(
    of narrator: Narrator, ending message: ReceivedMessage?
  ) -> ExchangeDiagnosis? {
    guard settings.mode != .dryRun else { return nil }
    let response: HTTPResponse? =
      if case .response(let response) = message { response } else { nil }
    return ExchangeDiagnosis(
      request: response == nil ? nil : narrator.lastRequest, response: response,
      values: narrator.session.sentValues, server: settings.server, now: surroundings.now())
  }

  /// Returns the report and exit code for an error that ends a run, and rethrows any other.
  private func explanation(
    of error: any Error, at step: StepNumber, _ narrator: Narrator
  ) throws -> (FailureReport, ExitCode) {
    let message = narrator.report.steps.last?.received?.message
    return switch error {
    case let failure as StepFailure:
      (
        FailureReport(
          failure, reading: message, in: exchange(of: narrator, ending: message), step: step,
          in: place(holding: narrator.session), surroundings),
        failure.isUnavailability(in: settings.mode) ? .unavailable : .stepFailed
      )
    case let fault as BackChannelFault:
      (
        FailureReport(
          fault, step: step, server: settings.server, again: again(narrator), surroundings),
        .unavailable
      )
    case let mismatch as RecordingMismatch:
      (
        FailureReport(mismatch, step: typedStep ?? mismatch.step, in: place, surroundings),
        .stepFailed
      )
    case let ending as NoRecording:
      (FailureReport(ending, step: typedStep ?? ending.step, in: place, surroundings), .stepFailed)
    case let rejection as PracticeRejection:
      (
        FailureReport(
          rejection, step: typedStep ?? .authorizationRequest, in: place, surroundings), .stepFailed
      )
    case let fault as BrowserFault: (FailureReport(fault, step: step, surroundings), .unavailable)
    case let fault as LoopbackFault: (FailureReport(fault, step: step, surroundings), .unavailable)
    default: throw error
    }
  }
}

/// Returns the error that an action throws, or `nil` if it throws none.
package func failure(of action: () async throws -> Void) async -> (any Error)? {
  do {
    try await action()
    return nil
  } catch {
    return error
  }
}
