import ClientCheck
import HTTPMessages
import Transcript
import Vocabulary

extension CheckReport {
  /// The report for programs.
  var json: JSONText {
    func count(_ verdict: Verdict) -> JSONText {
      .number(results.filter { $0.verdict == verdict }.count)
    }
    let cases: [JSONText] = results.map { result in
      .object([
        .init("id", .string(result.checked.id)), .init("title", .string(result.checked.title)),
        .init("stage", .string(result.checked.stage.rawValue)),
        .init("level", .string(result.level.rawValue)),
        .init("section", .string(result.checked.section.shortText)),
        .init("lesson", .number(result.checked.lesson)),
        .init("verdict", .string(result.verdict.rawValue)), .init("note", .string(result.note)),
        .init("expected", .string(result.checked.expected)),
        .init("received", .string(result.received)),
        .init("advice", .string(result.checked.advice)),
        .init("seconds", .decimal(result.seconds)),
      ])
    }
    let summary: [JSONText.Member] = Verdict.allCases.map { .init($0.rawValue, count($0)) }
    return .object([
      .init("command", .array(options.command.map(JSONText.string))),
      .init("cases", .array(cases)),
      .init("summary", .object(summary + [.init("stale", .array(stale.map(JSONText.string)))])),
    ])
  }

  /// The report as JUnit XML, which test runners and CI services read.
  var junit: String {
    let cases = results.map { result -> String in
      let start =
        "  <testcase classname=\"workbench.check.\(result.checked.stage.rawValue)\" "
        + "name=\"\(Self.escaped("\(result.checked.id) \(result.checked.title)"))\" "
        + "time=\"\(JSONText.decimal(result.seconds).text)\">"
      let isAccepted = accepted.contains(result.checked.id)
      let body =
        switch result.verdict {
        case .passed: ""
        case .failed where isAccepted: "<skipped message=\"an accepted failure\"/>"
        case .failed:
          "<failure message=\"\(Self.escaped(result.received))\">"
            + Self.escaped("expected \(result.checked.expected). \(result.checked.advice)")
            + "</failure>"
        case .notReached, .skipped: "<skipped message=\"\(Self.escaped(result.note))\"/>"
        }
      return start + body + "</testcase>"
    }
    let failures = results.filter { $0.verdict == .failed && !accepted.contains($0.checked.id) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="workbench check" tests="\(results.count)" failures="\(failures.count)">
      \(cases.joined(separator: "\n"))
      </testsuite>

      """
  }

  /// The report as a table in Markdown.
  var markdown: String {
    let rows = results.map { result in
      "| \(result.checked.id) | \(result.checked.title) | \(result.level.rawValue) | "
        + "\(result.verdict.word) | "
        + "\(result.verdict == .failed ? result.received : result.note) |"
    }
    return (["| ID | case | level | verdict | note |", "|---|---|---|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

/// The list of the cases, without a client: for `--list` and for the table in lesson 15.
enum CheckList {
  /// The cases by stage, for a terminal.
  static func text(isDiscovered: Bool, _ style: TextStyle) -> String {
    CheckCase.Stage.allCases.map { stage in
      let cases = CheckCase.all.filter { $0.stage == stage }
      return style.heading("\(stage.rawValue) \(stage.title)") + "\n"
        + cases.map { checked in
          let id = checked.id + String(repeating: " ", count: max(1, 5 - checked.id.count))
          let level = checked.level(isDiscovered: isDiscovered).rawValue
          return
            "  \(id)\(level)\(String(repeating: " ", count: 10 - level.count))\(checked.title)\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// The cases as a table in Markdown.
  static func markdown(isDiscovered: Bool) -> String {
    let rows = CheckCase.all.map { checked in
      "| \(checked.id) | \(checked.title) | \(checked.expected) | "
        + "\(checked.level(isDiscovered: isDiscovered).rawValue) | "
        + "\(checked.section.shortText) | \(checked.lesson) |"
    }
    return
      ([
        "| ID | what happens | passes when | level | section | lesson |",
        "|---|---|---|---|---|---|",
      ]
      + rows).joined(separator: "\n") + "\n"
  }
}
