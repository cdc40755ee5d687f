import HTTPMessages
import Vocabulary

/// A comparison as text: side by side where the terminal is wide enough, else one below the other.
public struct ComparisonTextRenderer: Sendable {
  /// The fewest columns in which a cell can be read.
  static let narrowestCell = 24

  /// How the terminal wants it.
  public let style: TextStyle

  /// Makes a renderer.
  public init(style: TextStyle) {
    self.style = style
  }

  /// The whole comparison.
  public func render(_ comparison: Comparison) -> String {
    var lines = opening(comparison)
    for section in comparison.sections {
      lines += ["", style.heading(section.title)]
      lines += section.rows.flatMap { row($0, of: comparison) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func opening(_ comparison: Comparison) -> [String] {
    let names = comparison.flows.map { "\($0.rawValue) (\($0.title))" }.joined(separator: ", ")
    var lines = style.wrap("Compared: \(names)", indentation: 0, paint: style.heading)
    lines += style.wrap(
      "Each flow was walked just now, and a thief tried its values at the practice server. What has a section "
        + "in brackets comes from the standards; everything else was read from these runs.",
      indentation: 0, paint: style.quiet)
    guard comparison.flows.count == 2 else { return lines }
    return lines + style.wrap("A row in which the two differ is marked with ≠.", indentation: 0)
  }

  private func row(_ row: Comparison.Row, of comparison: Comparison) -> [String] {
    let mark = comparison.flows.count == 2 && row.differs ? "≠ " : ""
    let title = ["  " + mark + style.name(row.title)]
    let texts = row.cells.map(text)
    let cell = (style.width - 4) / comparison.flows.count - 2
    guard cell >= Self.narrowestCell else {
      return title + zip(comparison.flows, texts).flatMap { labelled($0, $1) }
    }
    return title + grid([comparison.flows.map(\.rawValue)] + [texts], width: cell)
  }

  private func text(_ cell: Comparison.Cell) -> String {
    cell.reference.map { "\(cell.text) (\($0.shortText))" } ?? cell.text
  }

  /// The flow's name, and beside it what is said of it.
  private func labelled(_ flow: Flow, _ text: String) -> [String] {
    let margin = style.width < 60 ? 6 : 24
    let wrapped = style.wrap(Harmless.line(text), indentation: margin)
    guard margin > 6 else { return ["    " + style.quiet(flow.rawValue)] + wrapped }
    let padding = String(repeating: " ", count: max(1, margin - 4 - flow.rawValue.count))
    let first = wrapped.first.map { String($0.dropFirst(margin)) } ?? ""
    return ["    " + style.quiet(flow.rawValue) + padding + first] + wrapped.dropFirst()
  }

  /// Cells side by side: the first row has the flows' names.
  private func grid(_ rows: [[String]], width: Int) -> [String] {
    let narrow = TextStyle(width: width, usesColor: false)
    return rows.enumerated().flatMap { index, cells in
      let columns = cells.map { narrow.wrap(Harmless.line($0), indentation: 0) }
      let height = columns.map(\.count).max() ?? 0
      return (0..<height).map { line in
        let parts = columns.map { column in
          let text = line < column.count ? column[line] : ""
          let padding = String(repeating: " ", count: max(0, width + 2 - text.count))
          return (index == 0 ? style.quiet(text) : text) + padding
        }
        return "    " + Self.trimmed(parts.joined())
      }
    }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
