public import Vocabulary

/// What was found out about a flow by walking it and by abusing its values.
public struct FlowEvidence: Hashable, Sendable {
  /// The walk, with a call of the API at its end where there was one.
  public let report: Report
  /// What was tried with the values of the flow.
  public let attempts: [Attempt]

  /// Collects the evidence of a flow.
  public init(report: Report, attempts: [Attempt]) {
    self.report = report
    self.attempts = attempts
  }

  /// Which flow it is about.
  public var flow: FlowDescription { report.subject.flow }

  /// Whether an attack worked; `nil` if it was not tried.
  func worked(_ kind: Attempt.Kind) -> Bool? { attempts.first { $0.kind == kind }?.succeeded }

  /// The value of an output of the five steps; `nil` if there is none of that name.
  ///
  /// What the API says afterwards is not looked at: its refusal names the scope that is missing.
  func output(_ name: String) -> String? {
    report.steps.filter { $0.heading.number != .after }.flatMap(\.outputs)
      .first { $0.name == name }?.value
  }
}
