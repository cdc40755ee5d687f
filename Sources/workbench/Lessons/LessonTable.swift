import Lessons
import Transcript

/// A table for a terminal: in columns, or row by row if they do not fit.
struct LessonTable {
  private let header: [StyledText]
  private let rows: [[StyledText]]
  private static let gap = 2
  /// The least width of a column with more than one word.
  private static let narrowest = 14

  init(header: [[MarkdownInline]], rows: [[[MarkdownInline]]]) {
    let columns = ([header] + rows).map(\.count).max() ?? 0
    func filled(_ cells: [[MarkdownInline]], _ weight: StyledText.Weight) -> [StyledText] {
      cells.map { StyledText($0, weight) }
        + Array(repeating: StyledText(), count: columns - cells.count)
    }
    self.header = filled(header, .strong)
    self.rows = rows.map { filled($0, .plain) }
  }

  func lines(room: Int, _ style: TextStyle) -> [String] {
    widths(room: room).map { columns($0, style) } ?? records(room: room, style)
  }

  /// Returns the widths of the columns, or `nil` if they would be too narrow.
  private func widths(room: Int) -> [Int]? {
    let all = [header] + rows
    let natural = header.indices.map { column in all.map { $0[column].width }.max() ?? 0 }
    let longest = header.indices.map { column in all.flatMap { $0[column].columns }.max() ?? 0 }
    var widths = zip(natural, longest).map { min($0, max($1, Self.narrowest)) }
    var rest = room - widths.reduce(0, +) - Self.gap * (widths.count - 1)
    guard rest >= 0 else { return nil }
    while rest > 0 {
      // The column with the most lines gets the next character.
      let open = widths.indices.filter { widths[$0] < natural[$0] }
      guard let next = open.max(by: { natural[$0] * widths[$1] < natural[$1] * widths[$0] }) else {
        break
      }
      widths[next] += 1
      rest -= 1
    }
    return widths
  }

  private func columns(_ widths: [Int], _ style: TextStyle) -> [String] {
    let cells = rows.map { row in zip(row, widths).map { $0.lines(room: $1, style) } }
    let isBroken = cells.contains { $0.contains { $0.count > 1 } }
    var lines = row(zip(header, widths).map { $0.lines(room: $1, style) }, widths)
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for (place, cell) in cells.enumerated() {
      // If a cell has several lines, an empty line separates the rows.
      if isBroken, place > 0 { lines.append("") }
      lines += row(cell, widths)
    }
    return lines
  }

  private func row(_ cells: [[(text: String, width: Int)]], _ widths: [Int]) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { line in
      var text = ""
      var missing = 0
      for (cell, width) in zip(cells, widths) {
        if line < cell.count {
          text += String(repeating: " ", count: missing) + cell[line].text
          missing = 0
        }
        missing += width + Self.gap - (line < cell.count ? cell[line].width : 0)
      }
      return text
    }
  }

  /// Returns each row as a record with one field per line.
  private func records(room: Int, _ style: TextStyle) -> [String] {
    let records = rows.map { row in
      zip(header, row).filter { !$1.words.isEmpty }.flatMap { name, cell in
        var text = name
        if !name.words.isEmpty { text.append(": ", .strong) }
        text.append(cell)
        return text.lines(room: room - 2, style).enumerated().map {
          ($0 == 0 ? "" : "  ") + $1.text
        }
      }
    }
    return Array(records.joined(separator: [""]))
  }
}
