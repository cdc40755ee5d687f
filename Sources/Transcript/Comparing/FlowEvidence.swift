public import Vocabulary

/// A run of a flow, and the attacks that were tried with its values.
public struct FlowEvidence: Hashable, Sendable {
  /// The run, followed by an API call if there was one.
  public let report: Report
  /// The attacks with the values of the flow.
  public let attempts: [Attempt]

  /// Creates the evidence of one flow.
  public init(report: Report, attempts: [Attempt]) {
    self.report = report
    self.attempts = attempts
  }

  /// The flow that ran.
  public var flow: FlowDescription { report.subject.flow }

  /// Returns whether an attack worked, or `nil` if it was not tried.
  func worked(_ kind: Attempt.Kind) -> Bool? { attempts.first { $0.kind == kind }?.succeeded }

  /// Returns the value of an output of the five steps, or `nil` if there is none.
  ///
  /// It ignores the API's response, in which a rejection names the missing scope.
  func output(_ name: String) -> String? {
    report.steps.filter { $0.heading.number != .after }.flatMap(\.outputs)
      .first { $0.name == name }?.value
  }
}
