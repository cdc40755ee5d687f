import Lessons
import Transcript

/// A lesson, formatted for a terminal.
struct LessonPage {
  let style: TextStyle
  /// The folded answers so far, which the page shows at its end.
  private var folded: [(summary: [MarkdownInline], content: [MarkdownBlock])] = []

  private init(style: TextStyle) { self.style = style }

  /// Returns the whole page, ending in a line feed, within the width of the style.
  static func text(_ blocks: [MarkdownBlock], _ style: TextStyle) -> String {
    var page = LessonPage(style: style)
    var lines = page.lines(of: blocks, room: style.width)
    lines += page.answers()
    return lines.map { $0 + "\n" }.joined()
  }

  /// Returns the lines of blocks, with an empty line between two blocks.
  mutating func lines(of blocks: [MarkdownBlock], room: Int) -> [String] {
    var lines: [String] = []
    for block in blocks {
      if !lines.isEmpty { lines.append("") }
      lines += self.lines(of: block, room: room)
    }
    return lines
  }

  mutating func lines(of block: MarkdownBlock, room: Int) -> [String] {
    switch block {
    case .heading(level: 1, let content): style.rule(content.plainText)
    case .heading(level: 2, let content): heading(content.plainText)
    case .heading(_, let content): wrap(StyledText(content, .strong), room)
    case .paragraph(let content): wrap(StyledText(content), room)
    case .list(let start, let items): list(startingAt: start, items, room)
    case .table(let header, let rows):
      LessonTable(header: header, rows: rows).lines(room: room, style)
    case .code(_, let code): code.map { $0.isEmpty ? "" : "  " + style.value($0) }
    case .folded(let summary, let content): question(summary, content, room)
    }
  }

  /// Returns an underlined heading, which is recognizable even without bold text.
  private func heading(_ text: String) -> [String] {
    let width = min(style.width, TerminalColumns.count(text))
    return style.wrap(text, indentation: 0, paint: style.heading)
      + [style.quiet(String(repeating: "─", count: width))]
  }

  private func wrap(_ text: StyledText, _ room: Int) -> [String] {
    text.lines(room: room, style).map(\.text)
  }

  /// Returns lines after a mark, with a hanging indentation.
  private func hang(_ lines: [String], after mark: String) -> [String] {
    let margin = String(repeating: " ", count: mark.count)
    guard let first = lines.first else { return [mark] }
    return [mark + first] + lines.dropFirst().map { $0.isEmpty ? "" : margin + $0 }
  }

  private func list(startingAt start: Int?, _ items: [[MarkdownInline]], _ room: Int) -> [String] {
    let last = start.map { "\($0 + items.count - 1)".count } ?? 0
    return items.enumerated().flatMap { place, item in
      let number = start.map { "\($0 + place)." }
      let mark = number.map { $0 + String(repeating: " ", count: last + 2 - $0.count) } ?? "- "
      return hang(wrap(StyledText(item), room - mark.count), after: mark)
    }
  }

  /// Returns a question, and keeps its answer for the end of the page.
  private mutating func question(
    _ summary: [MarkdownInline], _ content: [MarkdownBlock], _ room: Int
  ) -> [String] {
    folded.append((summary, content))
    let mark = "\(folded.count). "
    var text = StyledText(summary)
    text.append(" (answer at the end)", .quiet)
    return hang(wrap(text, room - mark.count), after: mark)
  }

  /// Returns the answers; an answer may contain further questions.
  private mutating func answers() -> [String] {
    guard !folded.isEmpty else { return [] }
    var lines = [""] + heading("Answers")
    var place = 0
    while place < folded.count {
      let (summary, content) = folded[place]
      place += 1
      let mark = "\(place). "
      let room = style.width - mark.count
      let answer =
        wrap(StyledText(summary, .strong), room) + [""] + self.lines(of: content, room: room)
      lines += [""] + hang(answer, after: mark)
    }
    return lines
  }
}
