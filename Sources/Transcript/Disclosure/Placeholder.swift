/// The texts shown instead of hidden values.
public struct Placeholder: Hashable, Sendable {
  /// The output that a placeholder is for.
  public enum Style: Hashable, Sendable {
    /// A screen or a document: a sentence in angle brackets.
    case screen
    /// A recording, which is replayed: unreserved characters only (RFC 3986 §2.3).
    case recording
  }

  let style: Style

  /// Returns the placeholder of a known credential on a screen.
  public static func text(for name: String) -> String {
    Placeholder(style: .screen).credential(name)
  }

  /// Returns the placeholder of a credential with a name.
  func credential(_ name: String) -> String {
    // A word in parentheses after the name is not part of it.
    let name = String(name.prefix { $0 != " " })
    guard style == .recording else { return "<\(name) hidden>" }
    // RFC 7636 §4.1: a code verifier has at least 43 characters.
    return name == "code_verifier"
      ? "placeholder-for-the-code_verifier-of-this-run" : "placeholder-for-\(Self.unreserved(name))"
  }

  /// Returns the placeholder of a value of unknown purpose: its type and its length.
  ///
  /// - Parameters:
  ///   - type: `string`, `number`, `array`, `text` or `name`.
  ///   - count: The number of characters, or of values in an array.
  /// - Returns: The placeholder.
  func unknown(_ type: String, count: Int) -> String {
    let unit = type == "array" ? "value" : "character"
    return style == .recording
      ? "placeholder-for-\(type)-of-\(count)"
      : "<hidden \(type) of \(count) \(unit)\(count == 1 ? "" : "s")>"
  }

  private static func unreserved(_ name: String) -> String {
    let plain = name.utf8.filter {
      0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
    return plain.isEmpty ? "value" : String(decoding: plain.prefix(40), as: UTF8.self)
  }
}
