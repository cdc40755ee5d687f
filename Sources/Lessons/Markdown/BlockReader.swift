/// Reads blocks, line by line; each part takes at least one line, so it comes to an end.
struct BlockReader {
  var lines: ArraySlice<String>
  /// In how many other blocks these lines stand.
  let depth: Int
  /// Whether a comment may end somewhere in the lines that are left.
  private var mayHaveComment = true

  init(lines: ArraySlice<String>, depth: Int) {
    self.lines = lines
    self.depth = depth
  }

  mutating func blocks() -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    while let line = lines.first {
      if case .blank = LineShape(line) {
        lines.removeFirst()
      } else if let comment = endOfComment(line) {
        lines = comment
      } else {
        blocks.append(block(line))
      }
    }
    return blocks
  }

  private mutating func block(_ line: String) -> MarkdownBlock {
    let isDeep = depth >= MarkdownBlock.deepest
    switch LineShape(line) {
    case .heading(let level, let text):
      lines.removeFirst()
      return .heading(level: level, MarkdownInline.read(text))
    case .rule:
      lines.removeFirst()
      return .rule
    case .fence(let fence): return code(fence)
    case .quote where !isDeep: return quote()
    case .item(let marker) where !isDeep: return list(marker)
    case .details where !isDeep: return folded()
    default: return table() ?? paragraph()
    }
  }

  /// The blocks of lines that stand in this block.
  func inner(_ lines: [String]) -> [MarkdownBlock] {
    var reader = BlockReader(lines: lines[...], depth: depth + 1)
    return reader.blocks()
  }

  private mutating func code(_ fence: CodeFence) -> MarkdownBlock {
    lines.removeFirst()
    // CommonMark, fenced code blocks: without a closing fence it goes to the end.
    let end = lines.firstIndex { fence.isClosed(by: $0) } ?? lines.endIndex
    let content = lines[..<end].map(fence.content)
    lines = lines[end...].dropFirst()
    return .code(language: fence.language, lines: content)
  }

  private mutating func quote() -> MarkdownBlock {
    var content: [String] = []
    while let line = lines.first, case .quote(let rest) = LineShape(line) {
      content.append(rest)
      lines.removeFirst()
    }
    return .quote(inner(content))
  }

  private mutating func paragraph() -> MarkdownBlock {
    var content = [lines.removeFirst().trimmed]
    while let line = lines.first, goesOn(line) { content.append(lines.removeFirst().trimmed) }
    return .paragraph(MarkdownInline.read(content.joined(separator: " ")))
  }

  private func goesOn(_ line: String) -> Bool {
    switch LineShape(line) {
    case .text: !beginsTable
    case .item(let marker): !marker.interruptsParagraph
    default: false
    }
  }

  /// What follows a comment that begins here, its last line included if there is more on it; `nil` for none.
  private mutating func endOfComment(_ line: String) -> ArraySlice<String>? {
    guard case .comment = LineShape(line), mayHaveComment else { return nil }
    for index in lines.indices {
      let isFirst = index == lines.startIndex
      // The mark at the beginning may not end it, too.
      let text = isFirst ? lines[index].trimmed.dropFirst(4) : lines[index][...]
      guard let end = text.firstRange(of: "-->") else { continue }
      let rest = text[end.upperBound...].trimmed
      return (rest.isEmpty ? [] : [rest]) + lines[(index + 1)...]
    }
    mayHaveComment = false
    return nil
  }
}
