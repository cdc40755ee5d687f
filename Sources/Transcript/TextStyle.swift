/// How text looks on this terminal.
public struct TextStyle: Hashable, Sendable {
  /// How many columns there are.
  public let width: Int
  /// Whether colours and weights may be used; nothing is said by them alone.
  public let usesColor: Bool

  /// Describes a terminal or a pipe; fewer than 24 columns count as 24.
  public init(width: Int, usesColor: Bool) {
    self.width = max(24, width)
    self.usesColor = usesColor
  }

  /// Something that begins a part.
  public func heading(_ text: String) -> String { set("1", text) }
  /// A name.
  public func name(_ text: String) -> String { set("36", text) }
  /// Something to be copied.
  public func value(_ text: String) -> String { set("1", text) }
  /// Something that one may pass over.
  public func quiet(_ text: String) -> String { set("2", text) }
  /// Something that went wrong.
  public func alarm(_ text: String) -> String { set("1;31", text) }
  /// Something that went right.
  public func good(_ text: String) -> String { set("1;32", text) }

  private func set(_ code: String, _ text: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Breaks a paragraph into lines of the width, at blanks; a word that is too long stays whole.
  ///
  /// - Parameters:
  ///   - text: The paragraph.
  ///   - indentation: How many blanks stand before each line.
  ///   - paint: What colours a line, after it was measured.
  /// - Returns: The lines, without their ends.
  public func wrap(
    _ text: String, indentation: Int, paint: (String) -> String = { $0 }
  ) -> [String] {
    let room = max(16, width - indentation)
    let margin = String(repeating: " ", count: indentation)
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.utf8.split(separator: UInt8(ascii: " ")).map({ Substring($0) }) {
      let wordLength = word.count
      if length > 0, length + 1 + wordLength > room {
        lines.append(line)
        (line, length) = ("", 0)
      }
      line += (length == 0 ? "" : " ") + word
      length += (length == 0 ? 0 : 1) + wordLength
    }
    if length > 0 { lines.append(line) }
    return lines.map { margin + paint($0) }
  }
}
