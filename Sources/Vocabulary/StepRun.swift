/// Everything that comes out of doing a step once.
public struct StepRun<Output: Sendable, Message: Sendable>: Sendable {
  /// What the next steps need, or why the step stopped.
  public let result: Result<Output, StepFailure>
  /// The message that was built or read; `nil` if the step stopped before it was built.
  public let message: Message?
  /// The values that came out, each explained; if the step stopped, those that could still be read.
  public let outputs: [Parameter]
  /// The remarks that help to understand this run.
  public let notes: [Note]
  /// The places where a message departs from the specifications, whether or not it could be used.
  public let departures: [Departure]

  /// Describes a step that went well.
  public init(
    _ output: Output, message: Message?, outputs: [Parameter], notes: [Note] = [],
    departures: [Departure] = []
  ) {
    result = .success(output)
    self.message = message
    self.outputs = outputs
    self.notes = notes
    self.departures = departures
  }

  /// Describes a step that stopped.
  public init(_ failure: StepFailure, message: Message?, departures: [Departure] = []) {
    result = .failure(failure)
    self.message = message
    outputs = failure.findings
    notes = []
    self.departures = departures
  }
}
