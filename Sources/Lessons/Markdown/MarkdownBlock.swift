/// A part of a lesson that begins on a line of its own.
///
/// This is the Markdown that the lessons are written in, and no more of CommonMark 0.31.2: headings with `#`,
/// paragraphs, code between lines of three backticks, lists whose items have one line, tables as GitHub's
/// Markdown has them, and `<details>` with its `<summary>`. Anything else stays as the text that it is.
public indirect enum MarkdownBlock: Hashable, Sendable {
  /// A heading of level 1 to 6.
  case heading(level: Int, [MarkdownInline])
  /// Lines of text that belong together.
  case paragraph([MarkdownInline])
  /// The items of a list, and the number of the first one; `nil` for a list without numbers.
  case list(start: Int?, items: [[MarkdownInline]])
  /// A table; each row has at least as many cells as its header.
  case table(header: [[MarkdownInline]], rows: [[[MarkdownInline]]])
  /// Lines to be taken as they are, with the first word after the fence: the language, or nothing.
  case code(language: String, lines: [String])
  /// A part that is folded away below its summary.
  case folded(summary: [MarkdownInline], [MarkdownBlock])

  /// Takes a text apart.
  ///
  /// - Parameter text: Any text; all that is not markup is in the blocks again.
  /// - Returns: The blocks in order.
  public static func read(_ text: String) -> [MarkdownBlock] {
    var reader = BlockReader(
      lines: text.split(separator: "\n", omittingEmptySubsequences: false)[...])
    return reader.blocks()
  }
}
