public import HTTPMessages
public import Vocabulary

/// What happened in one step.
public struct StepReport: Hashable, Sendable {
  /// What the step is called and what it is for.
  public let heading: StepHeading
  /// The request that the step built; `nil` if it sends nothing.
  public var sends: HTTPRequest?
  /// The message that the step read; `nil` if it receives nothing.
  public var received: ReceivedReport?
  /// The security property that the step provided; empty if it failed or provides none.
  public let protection: String
  /// Whether the step failed.
  public let hasFailed: Bool
  /// What went in.
  public var inputs: [Parameter]
  /// What came out; what could still be read, if the step stopped.
  public var outputs: [Parameter]
  /// Remarks for the reader.
  public var notes: [Note]
  /// Where the answer departs from the specifications, though it could be read.
  public var departures: [Departure]
  /// For an input that an earlier step made, the number of that step, by the input's name.
  public let sources: [String: StepNumber]
  /// When the step was done, in seconds since 1970-01-01 00:00 UTC; `nil` if nobody looked at a clock.
  public let time: Int64?
  /// The flow that the step belongs to; `nil` for the one with all five steps.
  private var flow: FlowDescription?
  /// The server that the message goes to or comes from; `nil` if only what holds everywhere is said.
  private let server: AuthorizationServer?

  /// Describes a step that was done.
  public init(
    heading: StepHeading, sends: HTTPRequest? = nil, received: ReceivedReport? = nil,
    inputs: [Parameter], outputs: [Parameter], notes: [Note] = [], departures: [Departure] = [],
    sources: [String: StepNumber] = [:], time: Int64? = nil, at server: AuthorizationServer? = nil,
    protection: String = "", hasFailed: Bool = false
  ) {
    self.heading = heading
    self.sends = sends
    self.received = received
    self.server = server
    self.inputs = inputs.map { $0.explained(in: heading.name, at: server) }
    self.outputs = outputs.map { $0.explained(in: heading.name, at: server) }
    self.notes = notes
    self.departures = departures
    self.sources = sources
    self.time = time
    self.protection = hasFailed ? "" : protection
    self.hasFailed = hasFailed
  }

  /// The step's number and title, with its place among the steps of the flow.
  var title: String {
    guard heading.number.isOneOfTheFive else { return heading.title }
    let steps = flow?.steps ?? StepNumber.five
    // Step 5 of 2 would be absurd: the numbers are those of the whole code flow.
    let place =
      steps.count == StepNumber.five.count
      ? " of \(steps.count)"
      : steps.firstIndex(of: heading.number).map { " (\($0 + 1) of \(steps.count))" } ?? ""
    return "Step \(heading.number)\(place) · \(heading.title)"
  }

  /// The same report, with the flow that the step belongs to.
  public func within(_ flow: FlowDescription) -> StepReport {
    var report = self
    report.flow = flow
    return report
  }

  /// The parts of the message, each explained.
  var parts: [Parameter] {
    let sent = sends.map { MessagePart.parts(of: $0, origin: .computed) } ?? []
    return (sent + (received.map(MessagePart.parts) ?? []))
      .map { $0.explained(in: heading.name, at: server) }
  }

  /// What stands above the deviations.
  static let titleOfDepartures = "Departures from the specifications"

  /// What stands above the parts.
  var titleOfParts: String {
    "Part by part"
  }

  /// Whether there is a message to show, or to say that there is none: not where the step stopped
  /// before it had built its request.
  var hasTraffic: Bool { !outputs.isEmpty || sends != nil || received != nil }
}
