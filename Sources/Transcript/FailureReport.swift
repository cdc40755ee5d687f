public import Vocabulary

/// The reason why a run failed, and the next actions.
public struct FailureReport: Hashable, Sendable {
  /// The number of the failed step.
  public let step: StepNumber
  /// The kind of failure, in lower case with underscores.
  public let reason: String
  /// The failure in one sentence.
  public var message: String
  /// The expected and the received values, line by line.
  public var comparison: [(name: String, value: String)] { pairs.map { ($0.name, $0.value) } }
  /// The consequence of continuing.
  public var why: String
  /// The section that defines the rule, or `nil` for a rule of the workbench.
  public let reference: Reference?
  /// The finding that the message quotes, or `nil` if there is none.
  public internal(set) var cause: Finding?
  /// Further findings in the messages.
  public internal(set) var findings: [Finding]
  /// The next actions, with their commands.
  public var next: [Advice]

  /// The heading, with the failed step.
  var title: String { step == .after ? "Failed" : "Step \(step) failed" }

  /// The heading of the findings.
  static let titleOfFindings = "What the messages show"

  var pairs: [Line]

  struct Line: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// Creates the report of one failure.
  public init(
    step: StepNumber, reason: String, message: String, comparison: [(name: String, value: String)],
    why: String, reference: Reference?, next: [Advice], cause: Finding? = nil,
    findings: [Finding] = []
  ) {
    self.cause = cause
    self.findings = findings
    self.step = step
    self.reason = reason
    self.message = message
    pairs = comparison.map { Line(name: $0.name, value: $0.value) }
    self.why = why
    self.reference = reference
    self.next = next
  }
}

/// A next action for the user, and its command.
public struct Advice: Hashable, Sendable {
  /// The action; it ends without a period if a command follows.
  public let text: String
  /// The command to copy, or `nil` if there is none.
  public let command: String?

  /// Creates advice.
  public init(_ text: String, _ command: String? = nil) {
    self.text = text
    self.command = command
  }

  /// The text and the command on one line.
  public var line: String { command.map { "\(text): \($0)" } ?? text }
}
