import Vocabulary

extension ComparisonTextRenderer {
  /// Returns the overview: a table if it fits, or one block per question.
  public func overview(of comparison: Comparison) -> String {
    overviewLines(of: comparison).map { $0 + "\n" }.joined()
  }

  /// Returns the title, which says that the runs are new; the legend follows it.
  private func title(of comparison: Comparison) -> String {
    comparison.flows.count == 2 ? comparison.title : "Four flows, run just now"
  }

  /// Returns the next commands, each with its purpose to its right or below it.
  public func commands(_ title: String, _ commands: [Advice]) -> String {
    let width = (commands.compactMap(\.command).map(TerminalColumns.count).max() ?? 0) + 5
    let fits = commands.allSatisfy { width + TerminalColumns.count($0.text) <= style.width }
    var lines = [style.heading(title)]
    for advice in commands {
      let command = advice.command ?? ""
      let start = "  " + style.value(command)
      if fits {
        lines.append(start + padding("  " + command, to: width) + advice.text)
      } else {
        lines += [start] + style.wrap(advice.text, indentation: 4)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  func overviewLines(of comparison: Comparison) -> [String] {
    let footnotes = Footnotes(of: comparison.overview)
    let prose = TextStyle(width: min(style.width, 80), usesColor: style.usesColor)
    return head(of: comparison) + [""]
      + (table(comparison, footnotes) ?? blocks(comparison, footnotes)) + [""]
      + prose.wrap(footnotes.text, indentation: 0, paint: style.quiet)
  }

  /// Returns the title and the legend, on one line if they fit.
  private func head(of comparison: Comparison) -> [String] {
    let legend = Comparison.legend.joined(separator: "  ")
    let columns = TerminalColumns.count(title(of: comparison) + "   " + legend)
    guard columns > style.width else {
      return [style.heading(title(of: comparison)) + "   " + style.quiet(legend)]
    }
    return style.wrap(title(of: comparison), indentation: 0, paint: style.heading)
      + style.wrap(Comparison.legend.joined(separator: ", "), indentation: 0, paint: style.quiet)
  }

  /// Returns the flows as columns, or `nil` if the terminal is too narrow.
  private func table(_ comparison: Comparison, _ footnotes: Footnotes) -> [String]? {
    let rows = comparison.overview.rows.map { row in
      [comparison.title(of: row)] + row.cells.map { footnotes.marked($0) }
    }
    let texts = [[""] + comparison.flows.map(\.name)] + rows
    let widths = (0...comparison.flows.count).map { column in
      texts.map { TerminalColumns.count($0[column]) }.max() ?? 0
    }
    guard widths.reduce(0, +) + 2 * comparison.flows.count <= style.width else { return nil }
    var lines = [line(texts[0], widths, texts[0].map(style.quiet))]
    for (row, texts) in zip(comparison.overview.rows, rows) {
      let cells = zip(row.cells, texts.dropFirst()).map { painted($1, as: $0) }
      lines.append(line(texts, widths, [style.name(texts[0])] + cells))
    }
    return lines
  }

  /// Returns cells side by side, padded to the widths of their columns.
  private func line(_ texts: [String], _ widths: [Int], _ painted: [String]) -> String {
    var line = painted[0]
    for place in 1..<texts.count {
      line += padding(texts[place - 1], to: widths[place - 1] + 2) + painted[place]
    }
    return line
  }

  /// Returns one block per question, with one line per flow.
  private func blocks(_ comparison: Comparison, _ footnotes: Footnotes) -> [String] {
    let margin = (comparison.flows.map(\.name.count).max() ?? 0) + 4
    return comparison.overview.rows.flatMap { row in
      [style.name(comparison.title(of: row))]
        + zip(comparison.flows.map(\.name), row.cells).flatMap { name, cell in
          let text = footnotes.marked(cell)
          let label = "  " + style.quiet(name)
          return margin + TerminalColumns.count(text) <= style.width
            ? [label + padding("  " + name, to: margin) + painted(text, as: cell)]
            : [label, "    " + painted(text, as: cell)]
        }
    }
  }

  private func padding(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - TerminalColumns.count(text)))
  }

  /// Returns the text of a cell in its color, which says no more than its mark.
  private func painted(_ text: String, as cell: Comparison.Cell) -> String {
    switch cell.items.first?.meaning {
    case .works: style.alarm(text)
    case .rejected: style.good(text)
    case .exposed, .direct, nil: text
    }
  }
}

/// The sections that a table cites, numbered in the order in which they are cited.
private struct Footnotes {
  private var references: [Reference] = []
  private var notes: [Reference: String] = [:]

  init(of section: Comparison.Section) {
    for cell in section.rows.flatMap(\.cells) {
      guard let reference = cell.reference else { continue }
      if !references.contains(reference) { references.append(reference) }
      notes[reference] = notes[reference] ?? cell.note
    }
  }

  /// Returns the text of a cell with the number of its footnote.
  func marked(_ cell: Comparison.Cell) -> String {
    cell.text + (cell.reference.flatMap(references.firstIndex).map(Self.mark) ?? "")
  }

  /// The footnotes in one paragraph.
  var text: String {
    references.enumerated().map { index, reference in
      let note = notes[reference].map { ": " + $0 } ?? ""
      return "\(Self.mark(of: index)) \(reference.shortText)\(note)."
    }.joined(separator: " ")
  }

  private static func mark(of index: Int) -> String {
    String(index + 1).compactMap { $0.wholeNumberValue.map { Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0] } }
      .map(String.init).joined()
  }
}
