import Transcript
import Vocabulary

/// The glossary as a Markdown page.
enum GlossaryPage {
  /// The page, ending in a line feed.
  static func text(_ glossary: [(place: Place, entries: [GlossaryEntry])]) -> String {
    var lines = [
      "# Glossary", "",
      "The meaning of each name, grouped by where it appears. `swift run workbench glossary --format markdown` "
        + "writes this page from the program's own entries.",
    ]
    for (place, entries) in glossary {
      lines += ["", "## " + place.title.escapedForMarkdown, ""]
      lines += ["| name | meaning | who sees it | defined in |", "|---|---|---|---|"]
      lines += entries.map { row($0, in: place) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func row(_ entry: GlossaryEntry, in place: Place) -> String {
    // Only wire names are code; terms of the specifications are not.
    let name = place == .word ? entry.name.escapedForMarkdown : "`\(code(entry.name))`"
    let cells = [
      name + (entry.isSecret ? " (secret)" : ""), entry.meaning.escapedForMarkdown,
      (entry.seenBy(in: place) ?? "").escapedForMarkdown, entry.reference.text.escapedForMarkdown,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// Escapes the bar, which would end the table cell even in code.
  private static func code(_ name: String) -> String { name.replacing("|", with: "\\|") }
}
