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
