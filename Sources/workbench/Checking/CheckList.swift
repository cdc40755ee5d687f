import ClientCheck
import HTTPMessages
import Transcript
import Vocabulary

/// The list of the cases, without a client: for `--list` and for the table in lesson 15.
struct CheckList {
  let options: ClientCheck.Options

  /// The list in a format of `--format`.
  func text(_ format: String, _ style: TextStyle) -> String {
    switch format {
    case "json": json.text + "\n"
    case "markdown": markdown
    default: text(style)
    }
  }

  private var cases: [CheckCase] { CheckCase.all.filter(options.includes) }

  private func level(_ checked: CheckCase) -> String {
    checked.level(isDiscovered: options.isDiscovered).rawValue
  }

  /// The cases by stage, for a terminal.
  private func text(_ style: TextStyle) -> String {
    CheckCase.Stage.allCases.compactMap { stage -> String? in
      let cases = cases.filter { $0.stage == stage }
      guard !cases.isEmpty else { return nil }
      return style.heading("\(stage.rawValue) \(stage.title)") + "\n"
        + cases.flatMap { checked in
          let id = checked.id + String(repeating: " ", count: max(1, 5 - checked.id.count))
          let level = level(checked)
          let options = checked.neededOptions.joined(separator: ", ")
          let start = "  \(id)\(level)\(String(repeating: " ", count: 10 - level.count))"
          let title = checked.title + (options.isEmpty ? "" : " (\(options))")
          return style.wrap(title, indentation: start.count).enumerated().map {
            ($0 == 0 ? start + $1.dropFirst(start.count) : $1) + "\n"
          }
        }.joined()
    }.joined(separator: "\n")
  }

  private var json: JSONText {
    .array(
      cases.map { checked in
        .object([
          .init("id", .string(checked.id)), .init("title", .string(checked.title)),
          .init("stage", .string(checked.stage.rawValue)), .init("level", .string(level(checked))),
          .init("section", .string(checked.section.shortText)),
          .init("lesson", .number(checked.lesson)), .init("expected", .string(checked.expected)),
          .init("advice", .string(checked.advice)),
          .init("needs", .array(checked.neededOptions.map { .string($0) })),
        ])
      })
  }

  private var markdown: String {
    let rows = cases.map { checked in
      "| \(checked.id) | \(checked.title) | \(checked.expected) | \(level(checked)) | "
        + "\(checked.section.shortText) | \(checked.lesson) |"
    }
    return
      ([
        "| ID | what happens | passes when | level | section | lesson |",
        "|---|---|---|---|---|---|",
      ] + rows).joined(separator: "\n") + "\n"
  }
}
