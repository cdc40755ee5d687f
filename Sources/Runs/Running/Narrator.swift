import Channels
import Flows
import HTTPMessages
package import Recordings
package import Transcript
package import Vocabulary

/// Performs the steps of a run and collects the report.
package final class Narrator: StepPerformer {
  /// The report so far.
  package private(set) var report: Report
  /// The session after the steps so far.
  package private(set) var session: Session
  private let stateOrigin: Origin
  private let route: Route
  /// The steps whose response the user supplies.
  private let givenSteps: Set<StepNumber>
  private let mistake: Scenario.Mistake?
  private let onStep: (Narrator, StepReport) throws -> Void
  /// The authentication scheme in the last request's header field, or `nil` if it had none.
  private var scheme: String?

  /// Creates an empty report.
  ///
  /// - Parameters:
  ///   - subject: The subject of the run.
  ///   - session: The values from earlier runs.
  ///   - stateOrigin: The origin of the state in step 2.
  ///   - route: The source of the responses.
  ///   - givenSteps: The steps whose response the user supplies.
  ///   - mistake: The deliberate mistake in step 4, or `nil` for none.
  ///   - onStep: The action after each step, whether it succeeded or failed.
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

  /// The last request on the back channel, or `nil` if there was none.
  var lastRequest: HTTPRequest?

  /// Notes the request in transit, or `nil` for none.
  package func keep(_ pending: PendingRequest?) { session.pending = pending }

  package func callAsFunction<S: Step>(_ step: S) throws -> S.Output {
    let step = scheme.map(step.from(route.server).expecting) ?? step.from(route.server)
    let run = step.run()
    if let request = run.message as? HTTPRequest { scheme = request.authenticationScheme }
    // The response has arrived, whatever it says.
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

  /// Notes that an expected message is missing, so that the next command is a new start.
  func noteFailure(at step: StepNumber) { session.failure = .init(at: step) }

  /// Adds the failure that ends the report.
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

  /// Whether the message is from a server other than ours, so that its departures are reported.
  private func isFromOutside(_ received: ReceivedReport?) -> Bool {
    received.map { [.live, .given].contains($0.origin) || route.replaysLiveServer } ?? false
  }

  /// Returns the value of an earlier step that an input repeats, or `nil` if it repeats none.
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
