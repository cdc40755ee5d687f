package import Diagnosis
package import HTTPMessages
package import PracticeServer
package import Recordings
package import Transcript
package import Vocabulary

extension FailureReport {
  /// Creates the report of a step that failed.
  ///
  /// - Parameters:
  ///   - failure: The failure.
  ///   - message: The message that the step read, or `nil` if it read none.
  ///   - exchange: The messages of a real exchange, or `nil` for a recording.
  ///   - step: The step that failed.
  ///   - run: The run that failed.
  ///   - surroundings: The program, for the commands in the advice.
  package init(
    _ failure: StepFailure, reading message: ReceivedMessage? = nil,
    in exchange: ExchangeDiagnosis? = nil, step: StepNumber,
    in run: RunPlace,
    _ surroundings: Surroundings
  ) {
    let cause = failure.finding(in: message)
    self.init(
      step: step, reason: failure.reason.rawValue, message: failure.message,
      comparison: [("expected", failure.expected), ("received", failure.received)],
      why: cause.map { "\($0.sentence) \($0.why)" } ?? failure.why,
      reference: cause?.reference ?? failure.reference,
      next: (cause.map { $0.action.isEmpty ? [] : [Advice($0.action)] } ?? [])
        + NextAction.after(failure, in: run, at: step).map { surroundings.complete($0, in: run) },
      cause: cause, findings: exchange?.findings(explaining: failure.reason) ?? [])
  }

  /// Creates the report of an authorization request whose response is an error page.
  package init(
    _ rejection: PracticeRejection, step: StepNumber, in run: RunPlace, _ surroundings: Surroundings
  ) {
    self.init(
      step: step, reason: "error_page",
      message: "The server showed the user an error page and did not redirect: "
        + rejection.summary + ".",
      comparison: [],
      why:
        "Only the user sees this page; the client is not told. A server that redirects to an "
        + "unchecked URI is an open redirector.",
      reference: .rfc9700("4.11.2"),
      next: [
        surroundings.complete(
          // The session would keep the value that the page names.
          Suggestion("Fix what the page names, or start again without your own values", .walk),
          in: run)
      ])
  }

  /// Creates the report of a request that no recording matches.
  package init(
    _ mismatch: RecordingMismatch, step: StepNumber, in run: RunPlace, _ surroundings: Surroundings
  ) {
    let names = mismatch.differences.map(\.name)
    let list = names.joined(separator: ", ")
    self.init(
      step: step, reason: "recording_differs",
      message: "No recording matches this request. It differs in: \(list).",
      comparison: mismatch.differences.flatMap { difference in
        [
          ("\(difference.name) (recorded)", difference.recorded ?? "missing"),
          ("\(difference.name) (yours)", difference.sent ?? "missing"),
        ]
      },
      why: "A recording contains only the response to its recorded request.",
      reference: nil,
      next: Self.next(after: mismatch, surroundings).map { surroundings.complete($0, in: run) })
  }

  /// Creates the report of a recorded run that has no further messages.
  package init(
    _ ending: NoRecording, step: StepNumber, in run: RunPlace, _ surroundings: Surroundings
  ) {
    self.init(
      step: step, reason: "recording_ends",
      message: "The recording ends here: the recorded run got no response to this request.",
      comparison: [], why: "", reference: nil,
      next: [
        surroundings.complete(
          Suggestion("To get a response, use the practice server", .practice), in: run)
      ])
  }

  private static func next(after mismatch: RecordingMismatch, _ surroundings: Surroundings)
    -> [Suggestion]
  {
    let secret = surroundings.variable("WORKBENCH_CLIENT_SECRET")
    if secret != nil, mismatch.differences.contains(where: { $0.name == "Authorization" }) {
      return [
        Suggestion(
          "To use the recording, unset WORKBENCH_CLIENT_SECRET and start again", .recorded)
      ]
    }
    guard mismatch.step == .authorizationRequest else {
      return [
        Suggestion("To use the recording, start again without your own values", .recorded),
        Suggestion("Or read your own response", .step(.tokenResponse), "--response FILE"),
      ]
    }
    // No recording matches random values, and --random generates new ones each time.
    let isFresh = mismatch.differences.contains { ["state", "code_challenge"].contains($0.name) }
    return [
      isFresh
        ? Suggestion("To use fresh values, start at the practice server", .practice)
        : nil,
      Suggestion("To use the recording, start again without your own values", .recorded),
      Suggestion(
        "Or, if you registered this client ID, open the request in a browser. Then read the "
          + "redirect",
        .step(.authorizationResponse), "--redirect 'URL'"),
    ].compactMap(\.self)
  }
}

extension StepFailure {
  /// Whether the server is unavailable, as opposed to rejecting this request.
  ///
  /// - Parameter mode: The mode. Apart from 410, only a real server can be unavailable.
  /// - Returns: Whether it is unavailable.
  func isUnavailability(in mode: Mode) -> Bool {
    switch reason {
    case .gone: true
    case .serverError, .notJSON, .bodyTooLarge, .notTokenEndpoint: mode == .live
    default: false
    }
  }
}
