/// Removes what a terminal or a person puts around a pasted URL.
enum PastedLine {
  /// The marks of bracketed paste, which a terminal sends if an earlier program enabled it.
  private static let brackets = (begin: "\u{1B}[200~", end: "\u{1B}[201~")

  /// The quotation marks that a shell, an email, or a chat puts around a URL.
  private static let quotes: [Character: Character] = [
    "'": "'", "\"": "\"", "`": "`", "<": ">", "“": "”", "‘": "’",
  ]

  /// Returns the URL in a line, or an empty string if there is none.
  static func address(in line: String) -> String {
    var text = trimmed(line)
    if text.hasPrefix(brackets.begin) { text = text.dropFirst(brackets.begin.count) }
    if text.hasSuffix(brackets.end) { text = text.dropLast(brackets.end.count) }
    text = trimmed(text)
    // Only in pairs: a single ' may belong to the URL (RFC 3986 §2.2).
    if text.count > 1, let first = text.first, quotes[first] == text.last {
      text = trimmed(text.dropFirst().dropLast())
    }
    return String(text)
  }

  private static func trimmed(_ text: some StringProtocol) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map(start.index(after:))
    return Substring(start[..<(end ?? start.startIndex)])
  }
}
