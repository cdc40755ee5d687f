import Vocabulary

/// What happened in a run of a flow, as data: every renderer reads this and nothing else.
public struct Report: Hashable, Sendable {
  /// How a run ended.
  public enum Outcome: String, Hashable, Sendable {
    /// Every step that was to be done is done.
    case completed
    /// A step stopped, or a channel gave no answer.
    case failed
  }

  /// Which flow was walked, and how.
  public let subject: ReportSubject
  /// The steps that were done, in order; the last one may have stopped.
  public var steps: [StepReport]
  /// Why the run stopped; `nil` if it did not.
  public var failure: FailureReport?
  /// What to try after this run, and what to type for it.
  public var next: [Advice]

  /// Begins a report.
  public init(
    subject: ReportSubject, steps: [StepReport] = [], failure: FailureReport? = nil,
    next: [Advice] = []
  ) {
    self.subject = subject
    self.steps = steps
    self.failure = failure
    self.next = next
  }

  /// How the run ended.
  public var outcome: Outcome { failure == nil ? .completed : .failed }

  /// Whether enough has happened to say what went where.
  var showsTraffic: Bool {
    let count = steps.filter(\.heading.number.isOneOfTheFive).count
    return count > 2 || count == 2 && failure == nil
  }
}
