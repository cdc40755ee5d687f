/// What was found out about a message or a value: what is wrong with it, why, and what to do.
///
/// A finding names a cause only where the cause reproduces the value.
public struct Finding: Hashable, Sendable {
  /// How bad a finding is; the raw values are part of the JSON output.
  public enum Severity: String, CaseIterable, Hashable, Sendable {
    /// A specification or the other message contradicts it.
    case wrong
    /// A specification allows it, and it is dangerous.
    case risky
    /// Worth knowing; nothing has to change.
    case note
  }

  /// How bad it is.
  public let severity: Severity
  /// The words that name the causes for a program, such as `padding_left_on`.
  public let causes: [String]
  /// The finding in a sentence.
  public let sentence: String
  /// The consequence, or the reason; empty if the sentence says it.
  public let why: String
  /// The way to fix it, in the imperative; empty if there is nothing to do.
  public let action: String
  /// The section that says so; `nil` if no specification does.
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
