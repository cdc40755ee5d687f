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
        .init("advice", .string(result.advice)),
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
        + "name=\"\("\(result.checked.id) \(result.checked.title)".escapedForHTML)\" "
        + "time=\"\(JSONText.decimal(result.seconds).text)\">"
      let body =
        if result.verdict == .passed {
          ""
        } else if result.isFault, accepts(result) {
          "<skipped message=\"an accepted failure\"/>"
        } else if result.isFault {
          "<failure message=\"\((result.received + result.note).escapedForHTML)\">"
            + "expected \(result.checked.expected). \(result.advice)".escapedForHTML
            + "</failure>"
        } else {
          "<skipped message=\"\(result.note.escapedForHTML)\"/>"
        }
      return start + body + "</testcase>"
    }
    let failures = results.filter { $0.isFault && !accepts($0) }
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
        + "\(Self.literal(result.received + result.note)) |"
    }
    return (["| ID | case | level | verdict | note |", "|---|---|---|---|---|"] + rows)
      .joined(separator: "\n") + "\n"
  }

  /// The text without the meaning that its characters have in Markdown.
  private static func literal(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if #"\`*[]<>|!#&"#.contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
