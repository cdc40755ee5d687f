import Transcript
import Vocabulary

/// The glossary as a page in Markdown.
enum GlossaryPage {
  /// The page, ending in a line feed.
  static func text(_ glossary: [(place: Place, entries: [GlossaryEntry])]) -> String {
    var lines = [
      "# Glossary", "",
      "What each name means, by the place where it stands. `swift run workbench glossary --format markdown` "
        + "writes this page from the table that the program itself explains every message with.",
    ]
    for (place, entries) in glossary {
      lines += ["", "## " + place.title.escapedForMarkdown, ""]
      lines += ["| name | meaning | who sees it | laid down in |", "|---|---|---|---|"]
      lines += entries.map { row($0, in: place) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func row(_ entry: GlossaryEntry, in place: Place) -> String {
    // A word of the specifications is no name that goes over the wire.
    let name = place == .word ? entry.name.escapedForMarkdown : "`\(code(entry.name))`"
    let cells = [
      name + (entry.isSecret ? " (secret)" : ""), entry.meaning.escapedForMarkdown,
      (entry.seenBy(in: place) ?? "").escapedForMarkdown, entry.reference.text.escapedForMarkdown,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// In code only the bar that would end the cell needs its backslash.
  private static func code(_ name: String) -> String { name.replacing("|", with: "\\|") }
}
