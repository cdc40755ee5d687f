package import Diagnosis
package import HTTPMessages
package import PracticeServer
package import Recordings
package import Transcript
package import Vocabulary

extension FailureReport {
  /// The report of a step that stopped.
  ///
  /// - Parameters:
  ///   - failure: The failure.
  ///   - message: The message that the step read; `nil` if it read none.
  ///   - exchange: The messages of a server that really answered; `nil` in a recording.
  ///   - step: The step that stopped.
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

  /// The report of an authorization request that the server answers with an error page.
  package init(
    _ rejection: PracticeRejection, step: StepNumber, in run: RunPlace, _ surroundings: Surroundings
  ) {
    self.init(
      step: step, reason: "error_page",
      message: "The server shows the user an error page, and sends the browser nowhere: "
        + rejection.summary + ".",
      comparison: [("the page", rejection.summary)],
      why:
        "The app hears nothing of this: the user sees it. A server that redirected here could be "
        + "used to send people to any address.",
      reference: .rfc9700("4.11.2"),
      next: [
        surroundings.complete(
          // The session would keep the value that the page names.
          Suggestion("Fix what the page names, or start again without values of your own", .walk),
          in: run)
      ])
  }

  /// The report of a request that no recording was made from.
  package init(
    _ mismatch: RecordingMismatch, step: StepNumber, in run: RunPlace, _ surroundings: Surroundings
  ) {
    let names = mismatch.differences.map(\.name)
    let list = names.joined(separator: ", ")
    self.init(
      step: step, reason: "recording_differs",
      message: "The recording does not answer this request, which differs in: \(list).",
      comparison: mismatch.differences.flatMap { difference in
        [
          ("\(difference.name) (recorded)", difference.recorded ?? "not there"),
          ("\(difference.name) (yours)", difference.sent ?? "not there"),
        ]
      },
      why:
        "A recording answers the request that it was made from. What a server would say to another "
        + "one, nobody knows.",
      reference: nil,
      next: Self.next(after: mismatch, surroundings).map { surroundings.complete($0, in: run) })
  }

  /// The report of a recorded run that got no further.
  package init(
    _ ending: NoRecording, step: StepNumber, in run: RunPlace, _ surroundings: Surroundings
  ) {
    self.init(
      step: step, reason: "recording_ends",
      message: "The recording ends here: the run that was recorded got no answer to this request.",
      comparison: [], why: "", reference: nil,
      next: [
        surroundings.complete(
          Suggestion("For an answer, walk where a server gives one", .practice), in: run)
      ])
  }

  private static func next(after mismatch: RecordingMismatch, _ surroundings: Surroundings)
    -> [Suggestion]
  {
    let secret = surroundings.variable("WORKBENCH_CLIENT_SECRET")
    if secret != nil, mismatch.differences.contains(where: { $0.name == "Authorization" }) {
      return [
        Suggestion(
          "Your client secret comes from the environment. To go on with the recording, unset "
            + "WORKBENCH_CLIENT_SECRET, and start again", .recorded)
      ]
    }
    guard mismatch.step == .authorizationRequest else {
      return [
        Suggestion("To go on with the recording, start again without your own values", .recorded),
        Suggestion("Or read an answer of your own", .step(.tokenResponse), "--response FILE"),
      ]
    }
    // No recording has these values, whatever else is changed: --random makes others each time.
    let isFresh = mismatch.differences.contains { ["state", "code_challenge"].contains($0.name) }
    return [
      isFresh
        ? Suggestion("For values that are new each time, walk where a server answers", .practice)
        : nil,
      Suggestion("To go on with the recording, start again without your own values", .recorded),
      Suggestion(
        "The request itself is complete. With a client id of your own and a server that answers, open it "
          + "in a browser, and read the redirect with",
        .step(.authorizationResponse), "--redirect 'URL'"),
    ].compactMap(\.self)
  }
}

extension StepFailure {
  /// Whether the server is not there to do its work, as opposed to refusing this request.
  ///
  /// - Parameter mode: Only of a real server one can say so, apart from 410.
  /// - Returns: Whether it is so.
  func isUnavailability(in mode: Mode) -> Bool {
    switch reason {
    case .gone: true
    case .serverError, .notJSON, .bodyTooLarge, .notTokenEndpoint: mode == .live
    default: false
    }
  }
}
