/// Counts the columns that a text takes on a terminal.
public enum TerminalColumns {
  /// Returns the number of columns of a text without control characters.
  public static func count(_ text: some StringProtocol) -> Int {
    // Almost all text is ASCII: one column per byte.
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.utf8.count : text.reduce(0) { $0 + count(of: $1) }
  }

  private static func count(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(where: isWide) { return 2 }
    return scalars.allSatisfy(isInvisible) ? 0 : 1
  }

  /// Blocks of wide characters: W and F in Unicode Standard Annex 11.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x20000...0x3FFFD,
  ]

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    // The variation selector turns a sign into a picture, which is wide.
    scalar.properties.isEmojiPresentation || scalar == "\u{FE0F}"
      || wide.contains { $0.contains(scalar.value) }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .enclosingMark, .format].contains(scalar.properties.generalCategory)
  }
}
