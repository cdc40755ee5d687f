/// A remark beneath a step.
public enum Note: Hashable, Sendable {
  /// A paragraph that answers a question the reader may have.
  case remark(String)
  /// Shell commands with which the reader can check the step by other means.
  case commands(title: String, lines: [String])
}
