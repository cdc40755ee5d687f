/// What a terminal and a person put around an address, taken off again.
enum PastedLine {
  /// What a terminal sends before and after a paste when a program before this one asked for that.
  private static let brackets = (begin: "\u{1B}[200~", end: "\u{1B}[201~")

  /// The marks that a shell, a mail or a chat puts around an address, in pairs.
  private static let quotes: [Character: Character] = [
    "'": "'", "\"": "\"", "`": "`", "<": ">", "“": "”", "‘": "’",
  ]

  /// The address in a line; empty if there is none.
  static func address(in line: String) -> String {
    var text = trimmed(line)
    if text.hasPrefix(brackets.begin) { text = text.dropFirst(brackets.begin.count) }
    if text.hasSuffix(brackets.end) { text = text.dropLast(brackets.end.count) }
    text = trimmed(text)
    // Only a pair: a single ' may belong to the address (RFC 3986 §2.2).
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
