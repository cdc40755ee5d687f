import HTTPMessages

/// The width and colors of a terminal.
///
/// Text from outside is made harmless here and colored afterwards.
public struct TextStyle: Hashable, Sendable {
  /// The number of columns.
  public let width: Int
  /// Whether colors and weights may be used; they never carry meaning alone.
  public let usesColor: Bool

  /// Creates a style; fewer than 24 columns count as 24.
  public init(width: Int, usesColor: Bool) {
    self.width = max(24, width)
    self.usesColor = usesColor
  }

  /// Returns a heading.
  public func heading(_ text: String) -> String { set("1", text) }
  /// Returns a name of a value, a row, or a flow.
  public func name(_ text: String) -> String { set("36", text) }
  /// Returns emphasized text.
  public func emphasis(_ text: String) -> String { set("3", text) }
  /// Returns a value or command that the user may copy.
  public func value(_ text: String) -> String { set("1", text) }
  /// Returns text of secondary importance.
  public func quiet(_ text: String) -> String { set("2", text) }
  /// Returns a failure or a successful attack.
  public func alarm(_ text: String) -> String { set("1;31", text) }
  /// Returns a success or a failed attack.
  public func good(_ text: String) -> String { set("1;32", text) }

  private func set(_ code: String, _ text: String) -> String {
    let text = Harmless.line(text)
    return usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Breaks a paragraph at spaces into lines; a word that is too long stays whole.
  ///
  /// - Parameters:
  ///   - text: The paragraph.
  ///   - indentation: The number of spaces before each line.
  ///   - paint: The color of a line, applied after it was measured.
  /// - Returns: The lines, without line ends.
  public func wrap(
    _ text: String, indentation: Int, paint: (String) -> String = { $0 }
  ) -> [String] {
    let room = max(16, width - indentation)
    let margin = String(repeating: " ", count: indentation)
    let words = Harmless.line(text).utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    let lines = Self.lines(of: words.map(TerminalColumns.count), room: room)
    return lines.map { margin + paint(words[$0].joined(separator: " ")) }
  }

  /// Returns the words of each line.
  ///
  /// - Parameters:
  ///   - words: The columns that each word takes.
  ///   - room: The columns of a line; a wider word gets its own line.
  /// - Returns: For each line, the indices of its words.
  public static func lines(of words: [Int], room: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var columns = 0
    for (place, width) in words.enumerated() {
      if place > start, columns + 1 + width > room {
        lines.append(start..<place)
        (start, columns) = (place, width)
      } else {
        columns += (place > start ? 1 : 0) + width
      }
    }
    return start < words.count ? lines + [start..<words.count] : lines
  }

  /// Returns a title in a rule across the terminal, broken if it does not fit.
  public func rule(_ title: String) -> [String] {
    let columns = TerminalColumns.count(title)
    guard columns + 7 <= width else { return wrap("━━ " + title, indentation: 0, paint: heading) }
    return [heading("━━ \(title) \(String(repeating: "━", count: width - columns - 4))")]
  }
}
