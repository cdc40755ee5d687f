import Vocabulary

/// A value that travels along an arrow, by its name alone.
public struct SequenceValue: Hashable, Sendable {
  /// Who sees a secret.
  public enum Visibility: Hashable, Sendable {
    /// The browser sees it, on this arrow or on another one of the run.
    case browser
    /// Only app and server do.
    case direct

    /// Who sees a value; `nil` for one that is no secret.
    ///
    /// - Parameters:
    ///   - parameter: The value.
    ///   - front: The names of the values that went through the browser in this run.
    init?(of parameter: Parameter, seenByBrowser front: Set<String>) {
      guard parameter.isSecret else { return nil }
      // A code has come through the browser, even where the run shows the token request alone.
      self = front.contains(parameter.name) || parameter.name == "code" ? .browser : .direct
    }

    /// The mark that says the same by its shape.
    public var mark: String {
      switch self {
      case .browser: "▲"
      case .direct: "●"
      }
    }

    /// The same in words, for the diagram.
    public var text: String {
      switch self {
      case .browser: "was in a URL"
      case .direct: "direct only"
      }
    }
  }

  /// The name as it stands in the message.
  public let name: String
  /// Who sees it, if it is a secret; `nil` if it is none.
  public let secrecy: Visibility?
  /// Whether it stands behind the `#` of an address.
  public let isInFragment: Bool
}
