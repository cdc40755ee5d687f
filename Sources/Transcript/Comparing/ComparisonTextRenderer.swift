import Vocabulary

/// A comparison as text: side by side where the terminal is wide enough, else one below the other.
public struct ComparisonTextRenderer: Sendable {
  /// The fewest columns in which a cell can be read.
  static let narrowestCell = 24

  /// How many blanks stand between two cells.
  private static let gap = 3

  /// How the terminal wants it.
  public let style: TextStyle

  /// Makes a renderer.
  public init(style: TextStyle) {
    self.style = style
  }

  /// The whole comparison, which begins with the overview.
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
    lines += style.wrap(
      comparison.introduction + " – means: not in this run.",
      indentation: 0, paint: style.quiet)
    guard comparison.flows.count == 2 else { return lines }
    return lines + style.wrap("A row in which the two differ is marked with ≠.", indentation: 0)
  }

  private func row(_ row: Comparison.Row, of comparison: Comparison) -> [String] {
    let title = ["  " + style.name(comparison.title(of: row))]
    let texts = row.cells.map(\.sourcedText)
    guard let width = cellWidth(of: comparison) else {
      return title + zip(comparison.flows, texts).flatMap { labelled($0, $1) }
    }
    return title + grid(texts, width: width) { $0 }
  }

  /// How wide a cell can be side by side; `nil` where that is too narrow to be read.
  private func cellWidth(of comparison: Comparison) -> Int? {
    let width = (style.width - 4) / comparison.flows.count - Self.gap
    return width >= Self.narrowestCell ? width : nil
  }

  /// The flow's name, and beside it what is said of it.
  private func labelled(_ flow: FlowDescription, _ text: String) -> [String] {
    let margin = style.width < 60 ? 6 : 24
    let wrapped = style.wrap(text, indentation: margin)
    guard margin > 6 else { return ["    " + style.quiet(flow.name)] + wrapped }
    let padding = String(repeating: " ", count: max(1, margin - 4 - flow.name.count))
    let first = wrapped.first.map { String($0.dropFirst(margin)) } ?? ""
    return ["    " + style.quiet(flow.name) + padding + first] + wrapped.dropFirst()
  }

  /// Cells side by side.
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
