public import Vocabulary

/// Why a run stopped, and what to do next.
public struct FailureReport: Hashable, Sendable {
  /// The number of the step that stopped.
  public let step: StepNumber
  /// The kind of failure, in lower case with underscores.
  public let reason: String
  /// The failure in one sentence.
  public var message: String
  /// What would have been right and what came instead, line by line.
  public var comparison: [(name: String, value: String)] { pairs.map { ($0.name, $0.value) } }
  /// Why the client must stop here.
  public var why: String
  /// Where the rule is laid down; `nil` for a rule of the workbench's own.
  public let reference: Reference?
  /// The finding that the reason quotes; `nil` if it is that of the failure itself.
  public internal(set) var cause: Finding?
  /// What the messages show besides.
  public internal(set) var findings: [Finding]
  /// What to do next, and what to type for it.
  public var next: [Advice]

  /// Where the run stopped.
  var title: String { step == .after ? "Failed" : "Step \(step) failed" }

  /// What stands above the findings.
  static let titleOfFindings = "What the messages show"

  var pairs: [Line]

  struct Line: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// Describes a failure.
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

/// What a person can do next, and the command for it.
public struct Advice: Hashable, Sendable {
  /// What to do, in a sentence; it ends without a full stop where a command follows.
  public let text: String
  /// The command that does it, to be copied; `nil` if there is none.
  public let command: String?

  /// Advises something.
  public init(_ text: String, _ command: String? = nil) {
    self.text = text
    self.command = command
  }

  /// Text and command on one line.
  public var line: String { command.map { "\(text): \($0)" } ?? text }
}
