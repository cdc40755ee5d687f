/// A piece of a line of a lesson.
///
/// Of CommonMark 0.31.2 it knows code between single backticks, emphasis and strong emphasis with asterisks,
/// links with their target in brackets after them and without a title, and backslash escapes.
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

  /// Takes a line apart.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The pieces in order; no text is beside another one.
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

/// Reads the pieces of a line, character by character.
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

  /// Takes a piece, or the mark as the text that it is.
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
    // CommonMark, emphasis: a mark before a blank opens nothing, and one after a blank closes nothing.
    guard start < rest.endIndex, rest[start] != " ", let close = end(of: mark, in: rest[start...]),
      close > start, rest[rest.index(before: close)] != " "
    else { return nil }
    let content = MarkdownInline.read(String(rest[start..<close]))
    return (
      mark == "*" ? .emphasis(content) : .strong(content),
      rest.index(close, offsetBy: mark.count)
    )
  }

  /// The place of a closing mark that is not in code, in a link or after a backslash; a link has none in it.
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
  /// CommonMark, backslash escapes: before ASCII punctuation only.
  fileprivate var isASCIIPunctuation: Bool { isASCII && (isPunctuation || isSymbol) }
}
