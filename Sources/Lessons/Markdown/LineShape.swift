/// What a line is the beginning of.
enum LineShape: Hashable {
  case blank
  case heading(level: Int, text: String)
  case rule
  case fence(CodeFence)
  case quote(rest: String)
  case item(ItemMarker)
  case details
  case comment
  case text

  init(_ line: String) {
    let indentation = line.prefix { $0.isBlank }.count
    let text = String(line.dropFirst(indentation))
    self =
      if text.isEmpty {
        .blank
      } else if indentation > 3 {
        // There is no indented code here, but neither may it begin something else.
        .text
      } else if let heading = Self.heading(text) {
        heading
      } else if Self.isRule(text) {
        // Before the items: three asterisks between blanks are a rule.
        .rule
      } else if let fence = CodeFence(text, indentation: indentation) {
        .fence(fence)
      } else if text.hasPrefix(">") {
        .quote(rest: String(text.dropFirst(text.dropFirst().first?.isBlank == true ? 2 : 1)))
      } else if let marker = ItemMarker(text, indentation: indentation) {
        .item(marker)
      } else if text.hasPrefix("<details>") || text.hasPrefix("<details open>") {
        .details
      } else if text.hasPrefix("<!--") {
        .comment
      } else {
        .text
      }
  }

  /// CommonMark, ATX headings: 1 to 6 `#`, then a blank or the end; those at the end are no text.
  private static func heading(_ text: String) -> LineShape? {
    let level = text.prefix { $0 == "#" }.count
    let rest = text.dropFirst(level)
    guard 1...6 ~= level, rest.first?.isBlank ?? true else { return nil }
    let words = rest.trimmed
    let marks = words.reversed().prefix { $0 == "#" }.count
    let before = words.dropLast(marks)
    let isClosed = marks > 0 && (before.isEmpty || before.last?.isBlank == true)
    return .heading(level: level, text: isClosed ? before.trimmed : words)
  }

  /// CommonMark, thematic breaks: three or more of one of `-`, `_`, `*`, with any blanks between.
  private static func isRule(_ text: String) -> Bool {
    guard let mark = text.first, "-_*".contains(mark) else { return false }
    let marks = text.filter { !$0.isBlank }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }
}
