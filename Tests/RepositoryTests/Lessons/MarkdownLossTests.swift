import Lessons
import TestSupport
import Testing

/// The lessons have no markup that is not read, and of any text, what is not markup is not lost.
struct MarkdownLossTests {
  private static let marks = [
    "#", "##", "-", "*", "**", "_", "`", "```", ">", "1.", "2)", "|", "|---|", "[", "](u)", "]",
    "(", "\\", "&amp;", "&", "<", ">", "<details><summary>", "</summary>", "</summary>\n",
    "\n</details>\n", "\n", "\n", "\n\n", "\r\n", "  ", " ", " ", "\t", "---", "日本", "👍🏽",
  ]

  /// The words that a test has put into a text.
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
    case .list(_, let items): items.map { text(of: $0) }.joined(separator: " ")
    case .table(let header, let rows):
      ([header] + rows).joined().map { text(of: $0) }.joined(separator: " ")
    case .code(let language, let lines): ([language] + lines).joined(separator: " ")
    case .folded(let summary, let content):
      text(of: summary) + " " + content.map(text).joined(separator: " ")
    }
  }

  /// Code and escapes, in which no mark counts.
  private static var literal: Regex<Substring> { #/\\[!-\/:-@\[-`{-~]|`[^`]+`/# }
  /// Markup of CommonMark that the reader of the lessons does not know.
  private static var unknown: [Regex<Substring>] {
    [
      // Blocks and line ends: indented, quotes, rules, underlined headings, link definitions, line breaks.
      #/^ |^>|^~~~|^[+*] |^[0-9]+\) |^=+$|^[-_* ]{3,}$|^\[[^\]]*\]:| {2}$|\\$/#,
      // Pieces: HTML and addresses, entities, images, emphasis with underscores.
      #/<[A-Za-z!\/]|&#?[A-Za-z0-9]+;|!\[|(?:^|[ (])_[A-Za-z]/#,
    ]
  }

  @Test(arguments: Lesson.all)
  func `a lesson has no markup that is not read`(lesson: Lesson) {
    let (literal, unknown) = (Self.literal, Self.unknown)
    var isCode = false
    for line in lesson.text.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      let folds = line == "</details>" || line.hasPrefix("<details><summary>")
      guard !isCode, !line.hasPrefix("```"), !folds else { continue }
      let bare = String(line).replacing(literal, with: "x")
      expect(unknown.allSatisfy { !bare.contains($0) }, "\(line)")
      let words = MarkdownInline.read(bare).plainText
      expect(["*", "`", "]("].allSatisfy { !words.contains($0) }, "\(line)")
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
            .contains("```") ?? false
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
    "- ", "1. ", "[", "](", "*a ", "**a ", "`", "\\", "|",
    "|-|\n", "_a*", "```\n", "[a](", "*a **b ",
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
