/// Reads the pieces of a line, scalar by scalar: to CommonMark a character is a code point.
struct InlineReader {
  let scalars: [Unicode.Scalar]
  /// A link stands in no link.
  let mayLink: Bool
  var index = 0
  /// From which place on no comment ends.
  var lastComment = Int.max
  private var nodes: [InlineNode] = []
  private var text = String.UnicodeScalarView()

  init(_ scalars: [Unicode.Scalar], mayLink: Bool) {
    self.scalars = scalars
    self.mayLink = mayLink
  }

  mutating func inlines() -> [MarkdownInline] {
    while index < scalars.count { readNext() }
    endText()
    return Emphasis(nodes).inlines()
  }

  private mutating func readNext() {
    switch scalars[index] {
    case "*", "_":
      endText()
      let run = DelimiterRun(at: index, in: scalars)
      index += run.count
      nodes.append(.run(run))
    case "`": take(codeSpan(), orText: run(of: "`", at: index))
    case "[": take(link())
    case "<": takeAngle()
    case "\\": takeEscape()
    case "&": takeEntity()
    default: takeText(1)
    }
  }

  /// Takes scalars as the text that they are.
  private mutating func takeText(_ count: Int) {
    text.append(contentsOf: scalars[index..<min(index + count, scalars.count)])
    index += count
  }

  private mutating func take(_ found: (inline: MarkdownInline, end: Int)?, orText count: Int = 1) {
    guard let found else { return takeText(count) }
    endText()
    nodes.append(.inline(found.inline, depth: 1))
    index = found.end
  }

  private mutating func takeAngle() {
    if let end = endOfComment() { index = end } else { take(address()) }
  }

  /// CommonMark, backslash escapes: before ASCII punctuation only.
  private mutating func takeEscape() {
    if index + 1 < scalars.count, scalars[index + 1].isASCIIPunctuation { index += 1 }
    takeText(1)
  }

  private static let entities: [(name: String, scalar: Unicode.Scalar)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"),
  ]

  private mutating func takeEntity() {
    let found = Self.entities.first { entity in
      scalars[index...].starts(with: entity.name.unicodeScalars)
    }
    guard let found else { return takeText(1) }
    text.append(found.scalar)
    index += found.name.count
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    nodes.append(.inline(.text(String(text)), depth: 0))
    text = .init()
  }
}
