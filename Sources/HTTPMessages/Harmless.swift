/// Functions that make text from outside harmless for a terminal or a page.
///
/// A server's response may contain escape sequences that rewrite the screen, or marks that reverse
/// the text direction, so that a person reads something other than what was sent. Each such
/// character is replaced by its code point: `⟨U+001B⟩`.
public enum Harmless {
  /// Makes a single line harmless; line breaks also become visible.
  public static func line(_ text: String) -> String {
    filter(text) { _ in false }
  }

  /// Makes several lines harmless; line feeds and tabs stay.
  public static func lines(_ text: String) -> String {
    filter(text) { $0 == "\n" || $0 == "\t" }
  }

  /// The ECMA-48 codes that `TextStyle` uses for styles and colors.
  public static let paints: Set = ["0", "1", "2", "3", "36", "1;31", "1;32"]

  /// Makes output harmless just before it is printed; only the program's own colors stay.
  public static func printed(_ text: String) -> String {
    guard text.unicodeScalars.contains("\u{1B}") else { return lines(text) }
    let pieces = text.unicodeScalars.split(separator: "\u{1B}", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(into: lines(String(pieces[0]))) { result, piece in
      let code = piece.dropFirst().prefix { $0 != "m" }
      let isPaint =
        piece.first == "[" && paints.contains(String(code)) && code.endIndex < piece.endIndex
      let rest = isPaint ? piece[piece.index(after: code.endIndex)...] : piece
      result += (isPaint ? "\u{1B}[" + String(code) + "m" : line("\u{1B}")) + lines(String(rest))
    }
  }

  /// Whether a scalar acts on the text around it instead of being visible itself.
  public static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    default: false
    }
  }

  private static func filter(_ text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: { isDangerous($0) && !isKept($0) }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isDangerous(scalar), !isKept(scalar) {
        result.append(contentsOf: "⟨U+\(scalar.value.hexadecimal(digits: 4))⟩".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
