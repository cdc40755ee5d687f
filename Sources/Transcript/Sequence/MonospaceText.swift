/// Measures and breaks text in a monospaced font.
enum MonospaceText {
  /// Returns the cells that a text takes; a character outside ASCII may take two.
  static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }

  /// Breaks a text at spaces; a word that is too long is cut.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - room: The number of cells in a line.
  /// - Returns: The lines, none wider than `room`.
  static func wrap(_ text: String, room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ cut(String($0), room: room) }) {
      if !line.isEmpty, cells(line) + 1 + cells(word) > room {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Returns the beginning of a text, with an ellipsis if there is more.
  static func beginning(of text: String, room: Int) -> String {
    let pieces = cut(text, room: room)
    return pieces.count > 1 ? pieces[0] + "…" : text
  }

  private static func cut(_ word: String, room: Int) -> [String] {
    guard cells(word) > room else { return [word] }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var width = 0
    for scalar in word.unicodeScalars {
      let scalarWidth = scalar.isASCII ? 1 : 2
      if width + scalarWidth > room {
        pieces.append(String(piece))
        (piece, width) = (.init(), 0)
      }
      piece.append(scalar)
      width += scalarWidth
    }
    return pieces + [String(piece)]
  }
}
