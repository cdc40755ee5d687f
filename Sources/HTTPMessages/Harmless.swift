/// Text from outside, made harmless for a terminal or a page.
///
/// A server's answer may hold escape sequences that rewrite the screen, or marks that turn the
/// direction of writing, so that a person reads something else than what stands there. They become
/// visible code points: `⟨U+001B⟩`.
public enum Harmless {
  /// One line: line breaks become visible too.
  public static func line(_ text: String) -> String {
    filter(text) { _ in false }
  }

  /// Several lines: line feeds and tabs stay.
  public static func lines(_ text: String) -> String {
    filter(text) { $0 == "\n" || $0 == "\t" }
  }

  /// The codes of ECMA-48 by which `TextStyle` colors text.
  public static let paints: Set = ["0", "1", "2", "3", "36", "1;31", "1;32"]

  /// Text as it is printed: the last boundary, where only the program's own colors survive.
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

  /// Whether a scalar does something to the text around it instead of standing there itself.
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
