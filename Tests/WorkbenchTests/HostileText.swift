import HTTPMessages

/// Text that does something to a terminal, and how to find out that it got there.
enum HostileText {
  /// An escape sequence, a bell, marks that turn the direction of writing, and what else is unseen.
  static let all =
    "\u{1B}[31m\u{1B}]0;title\u{7}\u{202E}\u{2066}\u{200F}\u{FEFF}\u{9B}2J\u{8}\u{7F}"

  /// The dangerous code points in what the program wrote; its own line feeds are none.
  static func dangerous(in text: String) -> Set<String> {
    Set(
      text.unicodeScalars.filter { $0 != "\n" && Harmless.isDangerous($0) }
        .map { "U+" + String($0.value, radix: 16, uppercase: true) })
  }
}
