/// A part of a Markdown text that begins on a line of its own.
///
/// The subset of CommonMark 0.31.2 that is read: headings with `#`, rules, fenced code, block quotes,
/// lists of both kinds and lists in them, paragraphs; tables as GitHub's Markdown has them; `<details>` with
/// its `<summary>`. Comments are dropped. Not in it: headings that are underlined, indented code, lines that
/// go on with an item or a quote without its indentation or mark, link definitions, tabs that are more than
/// one blank, and other HTML. What is not in it stays as the text that it is: nothing is lost.
public indirect enum MarkdownBlock: Hashable, Sendable {
  /// A heading of level 1 to 6.
  case heading(level: Int, [MarkdownInline])
  /// Lines of text that belong together.
  case paragraph([MarkdownInline])
  /// A list.
  case list(MarkdownList)
  /// A table.
  case table(MarkdownTable)
  /// Lines to be taken as they are, with the first word behind the fence: the language, or nothing.
  case code(language: String, lines: [String])
  /// Something that somebody else says.
  case quote([MarkdownBlock])
  /// A line across the page.
  case rule
  /// A part that is folded away below its summary; the summary is empty if it has none.
  case folded(summary: [MarkdownInline], [MarkdownBlock])

  /// How deep blocks are read in blocks: what lies deeper stays text.
  static let deepest = 8

  /// Takes a text apart.
  ///
  /// - Parameter text: Any text; all that is not markup stands in the blocks again.
  /// - Returns: The blocks in order.
  public static func read(_ text: String) -> [MarkdownBlock] {
    // CommonMark, lines: a line feed, a carriage return, or both. Swift sees both as one character.
    let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
    var reader = BlockReader(lines: lines.map(String.init)[...], depth: 0)
    return reader.blocks()
  }
}
