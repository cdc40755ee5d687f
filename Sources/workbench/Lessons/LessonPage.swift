import Lessons
import Transcript

/// A lesson as it stands on a terminal.
struct LessonPage {
  let style: TextStyle
  /// What was folded away so far, to be shown at the end.
  private var folded: [(summary: [MarkdownInline], content: [MarkdownBlock])] = []

  private init(style: TextStyle) { self.style = style }

  /// The whole page, ending in a line feed; the lines are no wider than the style says.
  static func text(_ blocks: [MarkdownBlock], _ style: TextStyle) -> String {
    var page = LessonPage(style: style)
    var lines = page.lines(of: blocks, room: style.width)
    lines += page.answers()
    return lines.map { $0 + "\n" }.joined()
  }

  /// The lines of some blocks, with an empty one between two.
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

  /// A heading is known by the line under it, also where there is no bold.
  private func heading(_ text: String) -> [String] {
    let width = min(style.width, TerminalColumns.count(text))
    return style.wrap(text, indentation: 0, paint: style.heading)
      + [style.quiet(String(repeating: "─", count: width))]
  }

  private func wrap(_ text: StyledText, _ room: Int) -> [String] {
    text.lines(room: room, style).map(\.text)
  }

  /// Lines behind a mark, the first one beside it and the others below each other.
  private func hang(_ lines: [String], behind mark: String) -> [String] {
    let margin = String(repeating: " ", count: mark.count)
    guard let first = lines.first else { return [mark] }
    return [mark + first] + lines.dropFirst().map { $0.isEmpty ? "" : margin + $0 }
  }

  private func list(startingAt start: Int?, _ items: [[MarkdownInline]], _ room: Int) -> [String] {
    let last = start.map { "\($0 + items.count - 1)".count } ?? 0
    return items.enumerated().flatMap { place, item in
      let number = start.map { "\($0 + place)." }
      let mark = number.map { $0 + String(repeating: " ", count: last + 2 - $0.count) } ?? "- "
      return hang(wrap(StyledText(item), room - mark.count), behind: mark)
    }
  }

  /// A question stands where it is asked; its answer waits at the end.
  private mutating func question(
    _ summary: [MarkdownInline], _ content: [MarkdownBlock], _ room: Int
  ) -> [String] {
    folded.append((summary, content))
    let mark = "\(folded.count). "
    var text = StyledText(summary)
    text.append(" (answer at the end)", .quiet)
    return hang(wrap(text, room - mark.count), behind: mark)
  }

  /// The closing part; an answer may ask in turn.
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
      lines += [""] + hang(answer, behind: mark)
    }
    return lines
  }
}
