/// A piece of a line of a lesson.
///
/// It supports a part of CommonMark 0.31.2: code between single backticks, emphasis and strong
/// emphasis with asterisks, inline links without a title, and backslash escapes.
public indirect enum MarkdownInline: Hashable, Sendable {
  /// Text without markup.
  case text(String)
  /// Code: text that is sent or typed.
  case code(String)
  /// Strong emphasis.
  case strong([MarkdownInline])
  /// Emphasis.
  case emphasis([MarkdownInline])
  /// A link; the target is unchanged from the text.
  case link([MarkdownInline], target: String)

  /// Parses a line into pieces.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The pieces in order, with neighboring texts joined.
  public static func read(_ text: String) -> [MarkdownInline] {
    var reader = InlineReader(rest: text[...])
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

/// A character-by-character reader of the pieces of a line.
private struct InlineReader {
  var rest: Substring
  private var pieces: [MarkdownInline] = []
  private var text = ""

  init(rest: Substring) { self.rest = rest }

  mutating func inlines() -> [MarkdownInline] {
    while let character = rest.first {
      switch character {
      case "`": take(code(rest))
      case "[": take(link(rest))
      case "*": take(emphasis())
      case "\\" where rest.dropFirst().first?.isASCIIPunctuation == true:
        rest.removeFirst()
        takeCharacter()
      default: takeCharacter()
      }
    }
    endText()
    return pieces
  }

  private mutating func takeCharacter() { text.append(rest.removeFirst()) }

  /// Appends a piece, or the mark itself as text if there is none.
  private mutating func take(_ found: (inline: MarkdownInline, end: String.Index)?) {
    guard let found else { return takeCharacter() }
    endText()
    pieces.append(found.inline)
    rest = rest[found.end...]
  }

  private mutating func endText() {
    if !text.isEmpty { pieces.append(.text(text)) }
    text = ""
  }

  private func code(_ text: Substring) -> (inline: MarkdownInline, end: String.Index)? {
    let content = text.dropFirst().prefix { $0 != "`" }
    guard content.endIndex < text.endIndex, !content.isEmpty else { return nil }
    return (.code(String(content)), text.index(after: content.endIndex))
  }

  private func link(_ text: Substring) -> (inline: MarkdownInline, end: String.Index)? {
    guard let close = end(of: "](", in: text.dropFirst()) else { return nil }
    let target = text[close...].dropFirst(2).prefix { $0 != ")" && $0 != " " }
    guard target.endIndex < text.endIndex, text[target.endIndex] == ")" else { return nil }
    let words = MarkdownInline.read(String(text[..<close].dropFirst()))
    return (.link(words, target: String(target)), text.index(after: target.endIndex))
  }

  private func emphasis() -> (inline: MarkdownInline, end: String.Index)? {
    let mark = rest.hasPrefix("**") ? "**" : "*"
    let start = rest.index(rest.startIndex, offsetBy: mark.count)
    // CommonMark, emphasis: a mark before a space cannot start it, one after a space cannot end it.
    guard start < rest.endIndex, rest[start] != " ", let close = end(of: mark, in: rest[start...]),
      close > start, rest[rest.index(before: close)] != " "
    else { return nil }
    let content = MarkdownInline.read(String(rest[start..<close]))
    return (
      mark == "*" ? .emphasis(content) : .strong(content),
      rest.index(close, offsetBy: mark.count)
    )
  }

  /// Returns the index of a closing mark outside code and links and not after a backslash.
  ///
  /// The text of a link contains no other link.
  private func end(of mark: String, in text: Substring) -> String.Index? {
    var rest = text
    while let character = rest.first {
      if rest.hasPrefix(mark) { return rest.startIndex }
      switch character {
      case "`": rest = code(rest).map { text[$0.end...] } ?? rest.dropFirst()
      case "[", "]":
        if mark == "](" { return nil }
        rest = link(rest).map { text[$0.end...] } ?? rest.dropFirst()
      default: rest = rest.dropFirst(character == "\\" ? 2 : 1)
      }
    }
    return nil
  }
}

extension Character {
  /// Whether a backslash can escape the character (CommonMark, backslash escapes).
  fileprivate var isASCIIPunctuation: Bool { isASCII && (isPunctuation || isSymbol) }
}
