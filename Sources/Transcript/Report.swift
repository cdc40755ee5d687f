import Vocabulary

/// The report of a run as data; it is all that a renderer reads.
public struct Report: Hashable, Sendable {
  /// The outcome of a run.
  public enum Outcome: String, Hashable, Sendable {
    /// All requested steps completed.
    case completed
    /// A step failed, or a channel returned no response.
    case failed
  }

  /// The flow, mode, scenario, and server.
  public let subject: ReportSubject
  /// The steps in order; the last one may have failed.
  public var steps: [StepReport]
  /// The failure, or `nil` if the run completed.
  public var failure: FailureReport?
  /// The actions to try after this run, with their commands.
  public var next: [Advice]

  /// Creates a report, to which steps can be added.
  public init(
    subject: ReportSubject, steps: [StepReport] = [], failure: FailureReport? = nil,
    next: [Advice] = []
  ) {
    self.subject = subject
    self.steps = steps
    self.failure = failure
    self.next = next
  }

  /// Whether the run completed or failed.
  public var outcome: Outcome { failure == nil ? .completed : .failed }

  /// Whether enough steps ran to list which values went where.
  var showsTraffic: Bool {
    let count = steps.filter(\.heading.number.isOneOfTheFive).count
    return count > 2 || count == 2 && failure == nil
  }
}
