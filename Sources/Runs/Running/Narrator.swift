import Channels
import Flows
import HTTPMessages
package import Recordings
package import Transcript
package import Vocabulary

/// Does the steps of a run and writes down what happened.
package final class Narrator: StepPerformer {
  /// The report so far.
  package private(set) var report: Report
  /// The session as the steps so far leave it.
  package private(set) var session: Session
  private let stateOrigin: Origin
  private let route: Route
  /// The steps whose answer the user brings along.
  private let givenSteps: Set<StepNumber>
  private let mistake: Scenario.Mistake?
  private let onStep: (Narrator, StepReport) throws -> Void
  /// How the last request authenticated in its header; `nil` if it did not.
  private var scheme: String?

  /// Begins a report.
  ///
  /// - Parameters:
  ///   - subject: What the run is about.
  ///   - session: What earlier runs left.
  ///   - stateOrigin: Whether the state of step 2 was given or made.
  ///   - route: Where the answers come from.
  ///   - givenSteps: The steps whose answer the user brings along.
  ///   - mistake: The mistake that the scenario makes in step 4.
  ///   - onStep: What to do after each step, whether it went well or stopped.
  package init(
    subject: ReportSubject, session: Session, stateOrigin: Origin, route: Route,
    givenSteps: Set<StepNumber> = [], mistake: Scenario.Mistake? = nil,
    onStep: @escaping (Narrator, StepReport) throws -> Void
  ) {
    report = Report(subject: subject)
    self.session = session
    self.stateOrigin = stateOrigin
    self.route = route
    self.givenSteps = givenSteps
    self.mistake = mistake
    self.onStep = onStep
  }

  /// The last request that was sent directly; `nil` if there was none.
  var lastRequest: HTTPRequest?

  /// Writes down what is under way; `nil` for nothing.
  package func keep(_ pending: PendingRequest?) { session.pending = pending }

  package func callAsFunction<S: Step>(_ step: S) throws -> S.Output {
    let step = scheme.map(step.from(route.server).answering) ?? step.from(route.server)
    let run = step.run()
    if let request = run.message as? HTTPRequest { scheme = request.authenticationScheme }
    // Whatever the answer says, it is here.
    if case .response? = run.message as? ReceivedMessage { session.pending = nil }
    let entry = entry(for: step, run)
    switch run.result {
    case .success: session.keep(entry)
    case .failure(let failure):
      session.failure = .init(at: S.heading.number, reason: failure.reason.rawValue)
    }
    try add(entry)
    return try run.result.get()
  }

  /// Notes that no message came where one was expected, so that what comes next is another start.
  func noteFailure(at step: StepNumber) { session.failure = .init(at: step) }

  /// Ends the report with a failure.
  func fail(_ failure: FailureReport) { report.failure = failure }

  private func add(_ entry: StepReport) throws {
    report.steps.append(entry)
    try onStep(self, entry)
  }

  private func entry<S: Step>(
    for step: S, _ run: StepRun<S.Output, S.Message>
  ) -> StepReport {
    let known = step.inputs.map { input in (input, source(of: input, before: S.heading.number)) }
    let sources = known.compactMap { input, source in source.map { (input.name, $0.step) } }
    let received = (run.message as? ReceivedMessage).map { self.received($0, in: S.heading) }
    let mistake = if case .success = run.result { mistakeNote(in: S.heading) } else { [Note]() }
    return StepReport(
      heading: S.heading.with(purpose: step.purpose),
      sends: (run.message as? HTTPRequest).map {
        $0.usesFrontChannel ? $0 : route.back.complete($0)
      },
      received: received,
      inputs: known.map { input, source in
        let isState = S.heading.number == .authorizationRequest && input.name == "state"
        return input.withOrigin(source?.origin ?? (isState ? stateOrigin : input.origin))
      },
      outputs: run.outputs, notes: mistake + run.notes,
      departures: isFromOutside(received) ? run.departures : [],
      sources: Dictionary(sources, uniquingKeysWith: { first, _ in first }),
      time: route.now(), at: route.server, protection: mistake.isEmpty ? step.protection : "",
      hasFailed: (try? run.result.get()) == nil)
  }

  /// Whether somebody else's server answered; of our own answers nobody wants to know the departures.
  private func isFromOutside(_ received: ReceivedReport?) -> Bool {
    received.map { [.live, .given].contains($0.origin) || route.replaysLiveServer } ?? false
  }

  /// The value of an earlier step that an input is, with its origin.
  private func source(of input: Parameter, before number: StepNumber) -> Session.Value? {
    let names = ["expected_state": "state", "requested_scope": "scope"]
    guard let value = session.values[names[input.name] ?? input.name], value.step > .before,
      value.step < number || number == .after, value.value == input.value
    else { return nil }
    return value
  }

  private func received(
    _ message: ReceivedMessage, in heading: StepHeading
  ) -> ReceivedReport {
    guard !givenSteps.contains(heading.number) else {
      return ReceivedReport(message: message, origin: .given)
    }
    guard let recording = route.recordings[heading.number] else {
      return ReceivedReport(message: message, origin: route.origin)
    }
    return ReceivedReport(
      message: message, origin: .recorded, provenance: recording.provenance,
      isUnsourced: recording.isUnsourced)
  }

  private func mistakeNote(in heading: StepHeading) -> [Note] {
    guard heading.number == .tokenRequest, let mistake else { return [] }
    return [.notice("\(mistake.parameter): \(mistake.explanation)")]
  }
}
