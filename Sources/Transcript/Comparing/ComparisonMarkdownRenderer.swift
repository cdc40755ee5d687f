import HTTPMessages
import Vocabulary

/// Renders a comparison as Markdown tables, for use in other pages.
public enum ComparisonMarkdownRenderer {
  /// Returns the tables, one per section.
  public static func render(_ comparison: Comparison) -> String {
    let titles = comparison.flows.map(\.title)
    var lines = ["# " + titles.map(\.escapedForMarkdown).joined(separator: ", "), ""]
    lines.append(Comparison.legend.joined(separator: ", ") + ". " + Comparison.method)
    for section in [comparison.overview] + comparison.sections {
      lines += ["", "## " + section.title.escapedForMarkdown, "", line([""] + titles)]
      lines.append(line(Array(repeating: "---", count: titles.count + 1)))
      for row in section.rows {
        lines.append(line([comparison.title(of: row)] + row.cells.map(\.sourcedText)))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map { $0 == "---" ? $0 : $0.escapedForMarkdown }.joined(separator: " | ") + " |"
  }
}

extension String {
  /// The text on one line, with a backslash before each Markdown character.
  public var escapedForMarkdown: String {
    Harmless.line(self).unicodeScalars.reduce(into: "") { escaped, scalar in
      if "\\|<>*_`[]#&".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
  }
}
