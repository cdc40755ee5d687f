import Lessons
import TestSupport
import Testing

/// Any text can be read, and what is not markup is not lost.
struct MarkdownLossTests {
  private static let marks = [
    "#", "##", "-", "*", "**", "_", "__", "`", "```", "~~~", ">", "1.", "2)", "|", "|---|", "[",
    "](u)", "]",
    "(", "\\", "&amp;", "&", "<", ">", "<details>", "<summary>", "</summary>", "</details>",
    "<details",
    "\n", "\n", "\n\n", "\r\n", "  ", " ", " ", "    ", "\t", "---", "!", "日本", "👍🏽",
  ]

  private static func words(in text: String) -> [String] {
    text.split { !($0.isLetter && $0.isASCII) }.map(String.init).filter { $0.hasPrefix("w") }
  }

  private static func text(of inlines: [MarkdownInline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .code(let text): " \(text) "
      case .strong(let content), .emphasis(let content): text(of: content)
      case .link(let content, let target): text(of: content) + " " + target
      }
    }.joined()
  }

  private static func text(of block: MarkdownBlock) -> String {
    switch block {
    case .heading(_, let content), .paragraph(let content): text(of: content)
    case .list(let list): list.items.joined().map(text).joined(separator: " ")
    case .table(let table):
      ([table.header] + table.rows).joined().map { text(of: $0) }.joined(separator: " ")
    case .code(let language, let lines): ([language] + lines).joined(separator: " ")
    case .quote(let content): content.map(text).joined(separator: " ")
    case .rule: ""
    case .folded(let summary, let content):
      text(of: summary) + " " + content.map(text).joined(separator: " ")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no word is lost, and none changes its place`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<20 {
      var text = ""
      var words: [String] = []
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        if Bool.random(using: &generator) {
          // Behind a fence stand words that are ignored, so no word stands close behind one.
          let isFenced =
            text.split(separator: "\n", omittingEmptySubsequences: false).last?
            .contains(/```|~~~/) ?? false
          words.append("w" + String("abcdefgh".shuffled(using: &generator)))
          text += (isFenced ? "\n" : "") + " " + words[words.count - 1] + " "
        } else {
          text += Self.marks.randomElement(using: &generator) ?? ""
        }
      }
      let found = Self.words(in: MarkdownBlock.read(text).map(Self.text).joined(separator: " "))
      expect(found, is: words, "seed \(seed), round \(round): \(text)")
    }
  }

  @Test(arguments: [
    "> ", "- ", "1. ", "<details>", "[", "](", "*a ", "**a ", "`", "<!--", "<", "&", "\\", "|",
    "|-|\n", "_a*",
    "```\n", "[a](", "- <details>\n", "> - ", "*a _b ", "<!-- \n",
  ])
  func `many marks take no depth and no time`(mark: String) {
    let text = String(repeating: mark, count: 1000) + "end"
    expect(!MarkdownBlock.read(text).isEmpty)
    expect(MarkdownBlock.read(text).map(Self.text).joined().contains("end"))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `any bytes can be read`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 { _ = MarkdownBlock.read(generator.text(upTo: 400)) }
  }
}
