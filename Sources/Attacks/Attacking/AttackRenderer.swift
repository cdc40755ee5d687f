import HTTPMessages
import Runs
package import Transcript
import Vocabulary

/// The renderer of an attack as text or as JSON.
package enum AttackRenderer {
  package static func text(_ report: AttackReport, program: String, _ style: TextStyle) -> String {
    var lines = style.wrap(report.title, indentation: 0, paint: style.heading)
    lines += style.wrap(report.setting, indentation: 0)
    lines += style.wrap(
      "This runs at a practice server in this process.", indentation: 0, paint: style.quiet)
    for run in report.runs { lines += self.lines(of: run, style) }
    lines += ["", style.heading("The difference")]
    lines += style.wrap(report.difference, indentation: 2)
    lines += style.wrap(report.reference.text, indentation: 2, paint: style.quiet)
    lines += ["", "Try it:", "  \(program) \(report.tryIt)"]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of run: AttackReport.Run, _ style: TextStyle) -> [String] {
    var lines = [""] + style.wrap(run.title, indentation: 0, paint: style.heading)
    for (index, event) in run.events.enumerated() {
      let number = index + 1 < 10 ? " \(index + 1)" : "\(index + 1)"
      let wrapped = style.wrap("\(event.who): \(event.action)", indentation: 5)
      lines.append("  \(number) " + (wrapped.first.map { String($0.dropFirst(5)) } ?? ""))
      lines += wrapped.dropFirst()
      if let detail = event.detail { lines.append("       " + style.value(detail)) }
    }
    let paint = run.succeeded ? style.alarm : style.good
    let word = run.succeeded ? "The attack works. " : "The attack fails. "
    return lines + style.wrap(word + run.outcome, indentation: 2, paint: paint)
  }

  package static func json(_ report: AttackReport) -> String {
    let runs = report.runs.map { run in
      JSONText.object([
        .init("title", .string(run.title)), .init("succeeded", .boolean(run.succeeded)),
        .init("outcome", .string(run.outcome)), .init("events", .array(run.events.map(event))),
      ])
    }
    return JSONText.object([
      .init("attack", .string(report.name)), .init("title", .string(report.title)),
      .init("setting", .string(report.setting)), .init("runs", .array(runs)),
      .init("difference", .string(report.difference)),
      .init("reference", .string(report.reference.text)),
    ]).text + "\n"
  }

  private static func event(_ event: AttackReport.Event) -> JSONText {
    .object([
      .init("who", .string(event.who)), .init("deed", .string(event.action)),
      .init("detail", .string(orNull: event.detail)),
    ])
  }
}
