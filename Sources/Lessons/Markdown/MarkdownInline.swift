/// A piece of a line of a Markdown text.
///
/// Of CommonMark 0.31.2 it knows code spans, emphasis and strong emphasis, links with their target in
/// brackets behind them and without a title, addresses between `<` and `>`, backslash escapes, and the entities
/// `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&nbsp;`. Comments are dropped. The end of a line is a blank, also
/// where two blanks or a backslash ask for more. Of links in a link the outer one counts.
public indirect enum MarkdownInline: Hashable, Sendable {
  /// Text as it is.
  case text(String)
  /// Something that goes over the wire, or is typed.
  case code(String)
  /// Something important.
  case strong([MarkdownInline])
  /// Something stressed.
  case emphasis([MarkdownInline])
  /// Words that lead elsewhere; the target is as it was written.
  case link([MarkdownInline], target: String)

  /// How deep pieces are read in pieces: what lies deeper stays text.
  static let deepest = 8

  /// Takes a line apart.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The pieces in order; no text stands beside another one.
  public static func read(_ text: String) -> [MarkdownInline] {
    var reader = InlineReader(Array(text.unicodeScalars), mayLink: true)
    return reader.inlines()
  }

  /// The words without their markup.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .strong(let content), .emphasis(let content), .link(let content, _): content.plainText
    }
  }
}

extension [MarkdownInline] {
  /// The words without their markup.
  public var plainText: String { map(\.plainText).joined() }
}
