/// Something to try after a walk, and what it shows.
public struct FlowTrial: Sendable {
  /// What is tried.
  public enum Kind: Hashable, Sendable {
    /// Another recorded scenario of the same flow.
    case scenario(String)
    /// The same flow at the practice server.
    case practice
    /// A command, without the program's name.
    case command(String)
  }

  /// What is tried.
  public let kind: Kind
  /// What it shows, in a few words.
  public let text: String

  /// Creates a trial.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
