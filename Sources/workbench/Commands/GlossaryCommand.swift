import HTTPMessages
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench glossary [NAME]`: explains a name in every place where it appears.
struct GlossaryCommand: Command {
  private let name: String?
  private let format: GlossaryFormat
  private let surroundings: Surroundings
  private let mayPage: Bool
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    name = choices.operands.first
    format = choices.value(.glossaryFormat).flatMap(GlossaryFormat.init) ?? .text
    self.surroundings = surroundings
    mayPage = !choices.has(.noPager)
    self.style = style
  }

  func run() throws(CommandError) -> ExitCode {
    let wanted = name.map(Self.key)
    let chosen = Glossary.entries.map { place, entries in
      (place, entries.filter { wanted == nil || Self.key($0.name) == wanted })
    }.filter { !$1.isEmpty }
    guard !chosen.isEmpty else { throw unknown(name ?? "") }
    switch format {
    case .text:
      try surroundings.show(chosen.map(text).joined(separator: "\n"), through: mayPage)
    case .markdown: try surroundings.console.write(GlossaryPage.text(chosen))
    }
    return .done
  }

  /// Returns the entries of a place, with the audience of the place once above them.
  private func text(of place: Place, _ entries: [GlossaryEntry]) -> String {
    let isUsual = { (entry: GlossaryEntry) in entry.seenBy(in: place) == place.seenBy }
    let end = entries.allSatisfy(isUsual) ? "." : ", unless noted."
    let seen = entries.contains(where: isUsual) ? place.seenBy.map { "Seen by \($0)\(end)" } : nil
    let heading =
      style.wrap(place.title, indentation: 0, paint: style.heading)
      + style.wrap(seen ?? "", indentation: 0, paint: style.quiet)
    return heading.map { $0 + "\n" }.joined()
      + entries.map { lines(of: $0, seenBy: isUsual($0) ? nil : $0.seenBy(in: place)) }.joined()
  }

  private func lines(of entry: GlossaryEntry, seenBy parties: String?) -> String {
    let seen = parties.map { "Seen by \($0). " } ?? ""
    let lines =
      ["  " + style.name(entry.name) + (entry.isSecret ? style.quiet(" (secret)") : "")]
      + style.wrap(entry.meaning, indentation: 4)
      + style.wrap(seen + entry.reference.text, indentation: 4, paint: style.quiet)
    return lines.map { $0 + "\n" }.joined()
  }

  /// Returns a key by which names are equal: "access token" means `access_token`.
  private static func key(_ name: String) -> String {
    name.lowercased().replacing(" ", with: "_")
  }

  private func unknown(_ name: String) -> CommandError {
    let list = Advice("List all entries", "glossary")
    let entries = Glossary.entries.flatMap(\.entries)
    let names = Set(entries.map(\.name)).sorted()
    let related = Set(
      entries.filter { name.count > 2 && $0.meaning.lowercased().contains(name.lowercased()) }
        .map(\.name)
    ).sorted()
    // A word in many entries is not the subject of any of them.
    guard 1...4 ~= related.count, NearestWord.meant(by: name, among: names) == nil else {
      return .unknown("glossary entry", name, among: names, list: list)
    }
    return CommandError(
      .usage,
      "Unknown glossary entry '\(name.prefix(60))'. These entries mention it: "
        + related.joined(separator: ", ") + ".", next: list)
  }
}

extension GlossaryCommand {
  static let name = "glossary"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: ["[NAME]"],
    summary: "explain a parameter, header field, or member",
    details: ["Without a name, it explains all of them, grouped by where they appear."],
    options: [.glossaryFormat, .noPager, .color, .help],
    examples: [
      .init("workbench glossary state", "every entry named state"),
      .init("workbench glossary --format markdown > glossary.md", "all entries, as a page"),
    ], operandWords: Set(Glossary.entries.flatMap { $0.entries.map(\.name) }).sorted(),
    isOperandChecked: false)
}

/// The output format of the glossary.
enum GlossaryFormat: String, CaseIterable {
  case text, markdown
}
