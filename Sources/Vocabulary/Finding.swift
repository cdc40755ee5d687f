/// A diagnosis of a message or a value: the problem, the reason, and the fix.
///
/// A finding names a cause only if the cause reproduces the value.
public struct Finding: Hashable, Sendable {
  /// The severity of a finding; the raw values are part of the JSON output.
  public enum Severity: String, CaseIterable, Hashable, Sendable {
    /// A specification or the other message contradicts it.
    case wrong
    /// A specification allows it, and it is dangerous.
    case risky
    /// Worth knowing; nothing has to change.
    case note
  }

  /// The severity of the problem.
  public let severity: Severity
  /// The machine-readable names of the causes, such as `padding_left_on`.
  public let causes: [String]
  /// The problem in a sentence.
  public let sentence: String
  /// The consequence, or the reason; empty if the sentence says it.
  public let why: String
  /// The way to fix it, in the imperative; empty if there is nothing to do.
  public let action: String
  /// The section that says so, or `nil` if no specification does.
  public let reference: Reference?
  /// The number of the lesson that explains it.
  public let lesson: Int

  /// Creates a finding.
  public init(
    _ severity: Severity, _ causes: [String], _ sentence: String, why: String = "",
    action: String = "", reference: Reference?, lesson: Int
  ) {
    self.severity = severity
    self.causes = causes
    self.sentence = sentence
    self.why = why
    self.action = action
    self.reference = reference
    self.lesson = lesson
  }
}
