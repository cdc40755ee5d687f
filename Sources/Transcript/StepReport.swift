public import HTTPMessages
public import Vocabulary

/// The report of one step.
public struct StepReport: Hashable, Sendable {
  /// The step's heading: its name, title, and purpose.
  public let heading: StepHeading
  /// The request that the step built, or `nil` if it sends nothing.
  public var sends: HTTPRequest?
  /// The message that the step read, or `nil` if it receives nothing.
  public var received: ReceivedReport?
  /// The security property that the step provided; empty if it failed or provides none.
  public let protection: String
  /// Whether the step failed.
  public let hasFailed: Bool
  /// The values that the step used.
  public var inputs: [Parameter]
  /// The values that the step produced; if it failed, those it could still read.
  public var outputs: [Parameter]
  /// Remarks for the reader.
  public var notes: [Note]
  /// The response's departures from the specifications.
  public var departures: [Departure]
  /// The numbers of the earlier steps that produced inputs, by the inputs' names.
  public let sources: [String: StepNumber]
  /// The time of the step in seconds since 1970-01-01 00:00 UTC, or `nil` if unknown.
  public let time: Int64?
  /// The flow that the step belongs to, or `nil` for the one with all five steps.
  private var flow: FlowDescription?
  /// The server whose own explanations are added, or `nil` for general ones only.
  private let server: AuthorizationServer?

  /// Creates the report of a step, with its values explained.
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

  /// The step's number and title, with its position in the flow.
  var title: String {
    guard heading.number.isOneOfTheFive else { return heading.title }
    let steps = flow?.steps ?? StepNumber.five
    // The numbers are those of the whole code flow: "step 5 of 2" would make no sense.
    let place =
      steps.count == StepNumber.five.count
      ? " of \(steps.count)"
      : steps.firstIndex(of: heading.number).map { " (\($0 + 1) of \(steps.count))" } ?? ""
    return "Step \(heading.number)\(place) · \(heading.title)"
  }

  /// Returns the report with the flow that the step belongs to.
  public func within(_ flow: FlowDescription) -> StepReport {
    var report = self
    report.flow = flow
    return report
  }

  /// The parts of the message, without the members of a response's body.
  var parts: [Parameter] {
    let sent = sends.map { MessagePart.parts(of: $0, origin: .computed) } ?? []
    return (sent + (received.map(MessagePart.parts) ?? []))
      .map { $0.explained(in: heading.name, at: server) }
  }

  /// The members of a response's body, which are outputs of the step.
  var members: [Parameter] {
    guard case .response = received?.message else { return [] }
    return outputs.filter { $0.seenBy != nil }
  }

  /// The heading of the departures.
  static let titleOfDepartures = "Departures from the specifications"

  /// The heading of the parts.
  static let titleOfParts = "Part by part"

  /// Whether the step got far enough to show its message, or to say that it has none.
  var hasTraffic: Bool { !outputs.isEmpty || sends != nil || received != nil }
}
