/// A suggestion after a walk, and its point.
public struct FlowTrial: Sendable {
  /// The kind of suggestion.
  public enum Kind: Hashable, Sendable {
    /// Another recorded scenario of the same flow.
    case scenario(String)
    /// The same flow at the practice server.
    case practice
    /// A command without the program's name.
    case command(String)
  }

  /// The command to run, or the run to repeat.
  public let kind: Kind
  /// The point of it, in a few words.
  public let text: String

  /// Creates a suggestion.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
