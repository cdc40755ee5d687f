import HTTPMessages

/// How text looks on this terminal.
///
/// Text from outside is made harmless here, and colored afterwards.
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
  /// Something stressed.
  public func emphasis(_ text: String) -> String { set("3", text) }
  /// Something to be copied.
  public func value(_ text: String) -> String { set("1", text) }
  /// Something that one may pass over.
  public func quiet(_ text: String) -> String { set("2", text) }
  /// Something that went wrong.
  public func alarm(_ text: String) -> String { set("1;31", text) }
  /// Something that went right.
  public func good(_ text: String) -> String { set("1;32", text) }

  private func set(_ code: String, _ text: String) -> String {
    let text = Harmless.line(text)
    return usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
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
    let words = Harmless.line(text).utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    let lines = Self.lines(of: words.map(TerminalColumns.count), room: room)
    return lines.map { margin + paint(words[$0].joined(separator: " ")) }
  }

  /// Which words stand on a line together.
  ///
  /// - Parameters:
  ///   - words: How many columns each word takes.
  ///   - room: How many columns a line has; a word that is wider has a line of its own.
  /// - Returns: For each line, the places of its words.
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

  /// A title in a line across the page; on a narrow terminal it is broken.
  public func rule(_ title: String) -> [String] {
    let columns = TerminalColumns.count(title)
    guard columns + 7 <= width else { return wrap("━━ " + title, indentation: 0, paint: heading) }
    return [heading("━━ \(title) \(String(repeating: "━", count: width - columns - 4))")]
  }
}
