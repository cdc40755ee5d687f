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
  /// The command that sends once more what got no answer; the session has what it needs.
  private func again(_ narrator: Narrator) -> String {
    switch currentStep(narrator) {
    case .codeVerifier, .authorizationRequest, .authorizationResponse: "step 3"
    case .tokenRequest, .tokenResponse: "step 5"
    case .before, .after: choices.command
    }
  }

  /// The step at which the run stands: the last one that was done, or the one that was to be done.
  private func currentStep(_ narrator: Narrator) -> StepNumber {
    narrator.report.steps.last?.heading.number ?? typedStep ?? settings.flow.about.firstStep
  }

  /// The step that was typed; `nil` for a command that is not about one.
  private var typedStep: StepNumber? {
    choices.operands.first.flatMap { Int($0) }.flatMap(StepNumber.init)
  }

  /// Ends a run: shows the end, and tells the exit code.
  ///
  /// - Parameters:
  ///   - narrator: What happened.
  ///   - error: What ended the run; `nil` if it succeeded.
  ///   - next: What to try after a run that succeeded.
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

  /// Keeps that the last request got no response, so that what comes next is another start.
  private func note(_ error: any Error, _ narrator: Narrator) {
    guard error is RecordingMismatch || error is NoRecording || error is PracticeRejection,
      !choices.has(.replay), let last = narrator.session.lastDone
    else { return }
    narrator.noteFailure(at: settings.flow.about.steps.first { $0 > last } ?? last)
    // Where it cannot be written, the step before has said so.
    try? sessionStore.write(narrator.session)
  }

  /// The step whose request is to blame, where the answer is missed in a later one.
  private static func cause(of error: any Error) -> StepNumber? {
    switch error {
    case let mismatch as RecordingMismatch: mismatch.step
    case let ending as NoRecording: ending.step
    case is PracticeRejection: .authorizationRequest
    default: nil
    }
  }

  /// The messages that a server refused; `nil` where none really answered.
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

  /// What to say of an error that ends a run; others go on.
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

/// What an action throws, as a value; `nil` if it throws nothing.
package func failure(of action: () async throws -> Void) async -> (any Error)? {
  do {
    try await action()
    return nil
  } catch {
    return error
  }
}
