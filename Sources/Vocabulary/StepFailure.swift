/// Why a step stopped: what was expected, what came instead, and why that matters.
///
/// What to do next is not said here; whoever shows the failure knows what the user can type.
public struct StepFailure: Error, Hashable, Sendable {
  /// The kind of failure.
  public let reason: Reason
  /// The failure in one sentence, harmless to show.
  public let message: String
  /// What would have been right.
  public let expected: String
  /// What came instead, as it came.
  public let received: String
  /// Why the client must stop here.
  public let why: String
  /// Where the rule is laid down.
  public let reference: Reference
  /// What could still be read before the step stopped, explained.
  public let findings: [Parameter]

  /// Describes a failure.
  public init(
    _ reason: Reason, _ message: String, expected: String, received: String, why: String,
    reference: Reference, findings: [Parameter] = []
  ) {
    self.reason = reason
    self.message = message
    self.expected = expected
    self.received = received
    self.why = why
    self.reference = reference
    self.findings = findings
  }
}
