import HTTPMessages
import Vocabulary

/// Renders a comparison as text: side by side if it fits, or one flow below the other.
public struct ComparisonTextRenderer: Sendable {
  /// The fewest columns of a readable cell.
  static let narrowestCell = 24

  /// The number of spaces between two cells.
  private static let gap = 3

  /// The width and colors of the terminal.
  public let style: TextStyle

  /// Creates a renderer for a terminal or a pipe.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Returns the overview and all details.
  public func render(_ comparison: Comparison) -> String {
    var lines = overviewLines(of: comparison) + [""] + opening(comparison)
    for section in comparison.sections {
      lines += ["", style.heading(section.title)]
      if let width = cellWidth(of: comparison) {
        lines += grid(comparison.flows.map(\.name), width: width, paint: style.quiet)
      }
      lines += section.rows.flatMap { row($0, of: comparison) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func opening(_ comparison: Comparison) -> [String] {
    let names = comparison.flows.map { "\($0.name) (\($0.title))" }.joined(separator: ", ")
    var lines = style.wrap("Compared: \(names)", indentation: 0, paint: style.heading)
    let omission =
      cellWidth(of: comparison) == nil ? " A flow that a row omits has no such part." : ""
    lines += style.wrap(comparison.introduction + omission, indentation: 0, paint: style.quiet)
    guard comparison.flows.count == 2 else { return lines }
    return lines + style.wrap(Comparison.differenceMark, indentation: 0)
  }

  private func row(_ row: Comparison.Row, of comparison: Comparison) -> [String] {
    let title = ["  " + style.name(comparison.title(of: row))]
    let texts = row.cells.map(\.sourcedText)
    guard let width = cellWidth(of: comparison) else {
      return title + groups(of: comparison.flows, texts).flatMap { labeled($0.label, $0.text) }
    }
    return title + grid(texts, width: width) { $0 }
  }

  /// Returns the names of the flows with the same text; a flow without a part is omitted.
  private func groups(
    of flows: [FlowDescription], _ texts: [String]
  ) -> [(label: String, text: String)] {
    var groups: [(names: [String], text: String)] = []
    for (flow, text) in zip(flows, texts) where text != Comparison.Cell.absent {
      if let index = groups.firstIndex(where: { $0.text == text }) {
        groups[index].names.append(flow.name)
      } else {
        groups.append(([flow.name], text))
      }
    }
    guard !groups.isEmpty else { return [("all", Comparison.Cell.absent)] }
    return groups.map { names, text in
      (names.count == flows.count ? "all" : names.joined(separator: ", "), text)
    }
  }

  /// Returns the width of cells side by side, or `nil` if that is too narrow to read.
  private func cellWidth(of comparison: Comparison) -> Int? {
    let width = (style.width - 4) / comparison.flows.count - Self.gap
    return width >= Self.narrowestCell ? width : nil
  }

  /// Returns a label and, to its right or below it, the text.
  private func labeled(_ label: String, _ text: String) -> [String] {
    let isNarrow = style.width < 60
    let margin = isNarrow ? 6 : 24
    let room = margin - 4 - label.count
    let wrapped = style.wrap(text, indentation: margin)
    if !isNarrow, room > 0 {
      let first = wrapped.first.map { String($0.dropFirst(margin)) } ?? ""
      let padding = String(repeating: " ", count: room)
      return ["    " + style.quiet(label) + padding + first] + wrapped.dropFirst()
    }
    // A wide label, such as several names, still leaves room for a short text.
    let line = Harmless.line(text)
    guard !isNarrow, 6 + label.count + TerminalColumns.count(line) <= style.width else {
      return style.wrap(label, indentation: 4, paint: style.quiet) + wrapped
    }
    return ["    " + style.quiet(label) + "  " + line]
  }

  /// Returns cells side by side.
  private func grid(_ cells: [String], width: Int, paint: (String) -> String) -> [String] {
    let narrow = TextStyle(width: width, usesColor: false)
    let columns = cells.map { narrow.wrap($0, indentation: 0) }
    return (0..<(columns.map(\.count).max() ?? 0)).map { line in
      let parts = columns.map { column in
        let text = line < column.count ? column[line] : ""
        return paint(text) + String(repeating: " ", count: max(0, width + Self.gap - text.count))
      }
      return "    " + Self.trimmed(parts.joined())
    }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
