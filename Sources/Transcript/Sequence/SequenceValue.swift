import Vocabulary

/// A value in a message of the diagram, by name only.
public struct SequenceValue: Hashable, Sendable {
  /// The visibility of a secret.
  public enum Visibility: Hashable, Sendable {
    /// It was in a URL, in this message or in another of the run.
    case browser
    /// Only the client and the server saw it.
    case direct

    /// Creates the visibility of a value, or returns `nil` if it is not a secret.
    ///
    /// - Parameters:
    ///   - parameter: The value.
    ///   - front: The names of the values that were in a URL in this run.
    init?(of parameter: Parameter, seenByBrowser front: Set<String>) {
      guard parameter.isSecret else { return nil }
      // A code was in a URL, even if the run contains only the token request.
      self = front.contains(parameter.name) || parameter.name == "code" ? .browser : .direct
    }

    /// The visibility as a shape.
    public var mark: String {
      switch self {
      case .browser: "▲"
      case .direct: "●"
      }
    }

    /// The visibility in words, for the diagram.
    public var text: String {
      switch self {
      case .browser: "was in a URL"
      case .direct: "direct only"
      }
    }
  }

  /// The name as sent or received.
  public let name: String
  /// The visibility of a secret, or `nil` for any other value.
  public let secrecy: Visibility?
  /// Whether it is in the fragment of a URL.
  public let isInFragment: Bool
}
