/// A part of a lesson that starts on a new line.
///
/// It supports only the part of CommonMark 0.31.2 that the lessons use: headings with `#`,
/// paragraphs, code between lines of three backticks, lists whose items have one line, GitHub's
/// tables, and `<details>` with `<summary>`. Anything else is text.
public indirect enum MarkdownBlock: Hashable, Sendable {
  /// A heading of level 1 to 6.
  case heading(level: Int, [MarkdownInline])
  /// Lines of text that belong together.
  case paragraph([MarkdownInline])
  /// A list with the number of its first item, or `nil` for a list without numbers.
  case list(start: Int?, items: [[MarkdownInline]])
  /// A table; each row has at least as many cells as its header.
  case table(header: [[MarkdownInline]], rows: [[[MarkdownInline]]])
  /// Code, with the first word after the fence as its language, or an empty string.
  case code(language: String, lines: [String])
  /// A part that is folded below its summary.
  case folded(summary: [MarkdownInline], [MarkdownBlock])

  /// Parses a text into blocks.
  ///
  /// - Parameter text: Any text; the blocks contain everything except the markup.
  /// - Returns: The blocks in order.
  public static func read(_ text: String) -> [MarkdownBlock] {
    var reader = BlockReader(
      lines: text.split(separator: "\n", omittingEmptySubsequences: false)[...])
    return reader.blocks()
  }
}
