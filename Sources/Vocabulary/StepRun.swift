/// The result of running a step once.
public struct StepRun<Output: Sendable, Message: Sendable>: Sendable {
  /// The output for the next steps, or the failure.
  public let result: Result<Output, StepFailure>
  /// The message that was built or read, or `nil` if the step failed first.
  public let message: Message?
  /// The output values, each explained; after a failure, those that could still be read.
  public let outputs: [Parameter]
  /// The remarks that help to understand this run.
  public let notes: [Note]
  /// The departures of the message from the specifications, even if it could be used.
  public let departures: [Departure]

  /// Creates the result of a step that succeeded.
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

  /// Creates the result of a step that failed.
  public init(_ failure: StepFailure, message: Message?, departures: [Departure] = []) {
    result = .failure(failure)
    self.message = message
    outputs = failure.findings
    notes = []
    self.departures = departures
  }
}
