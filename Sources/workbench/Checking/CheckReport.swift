import ClientCheck
import HTTPMessages
import Runs
import Transcript
import Vocabulary

/// The results of a check, and what they mean for the exit code.
struct CheckReport {
  let options: ClientCheck.Options
  let results: [CaseResult]
  /// The identifiers of the cases whose failure is accepted.
  let accepted: [String]

  /// Whether a case failed that is not accepted, or one of level must was not reached.
  var hasFailed: Bool {
    results.contains { result in
      switch result.verdict {
      case .failed: !accepted.contains(result.checked.id)
      case .notReached: result.level == .must
      case .passed, .skipped: false
      }
    }
  }

  /// The accepted failures that pass now.
  var stale: [String] {
    results.filter { $0.verdict == .passed && accepted.contains($0.checked.id) }.map(\.checked.id)
  }

  /// The failure to fix next: the highest level first, then the order of the cases.
  var first: CaseResult? {
    results.filter { $0.verdict == .failed && !accepted.contains($0.checked.id) }
      .enumerated().min { ($0.element.level, $0.offset) < ($1.element.level, $1.offset) }?.element
  }

  /// The report for a person.
  func text(program: String, _ style: TextStyle) -> String {
    let lines = table(style) + (first.map { fix($0, program, style) } ?? notes) + [""] + score
    let again =
      first.map { result in
        [
          "Again:",
          "  \(program) check --only \(result.checked.id)\(words) -- "
            + options.command.map(ShellQuoting.word).joined(separator: " "),
        ]
      } ?? []
    return (lines + again).joined(separator: "\n") + "\n"
  }

  /// The options that a second run needs as well.
  private var words: String {
    (options.isConfidential ? " --app-type server" : "")
      + (options.isDiscovered ? " --discover" : "")
  }

  private func table(_ style: TextStyle) -> [String] {
    CheckCase.Stage.allCases.flatMap { stage -> [String] in
      let cells = results.filter { $0.checked.stage == stage }.map { cell($0, style) }
      guard !cells.isEmpty else { return [] }
      let name = "\(stage.rawValue) \(stage.title)"
      let start = name + String(repeating: " ", count: max(1, 18 - name.count))
      // Nine cells a line fit into 80 columns.
      return stride(from: 0, to: cells.count, by: 9).map { index in
        (index == 0 ? start : String(repeating: " ", count: 18))
          + cells[index..<min(index + 9, cells.count)].joined(separator: "  ")
      }
    }
  }

  private func cell(_ result: CaseResult, _ style: TextStyle) -> String {
    switch result.verdict {
    case .passed: "\(result.checked.id) ✓"
    case .failed: style.alarm("\(result.checked.id) ✗")
    case .notReached: "\(result.checked.id) ?"
    case .skipped: "\(result.checked.id) –"
    }
  }

  private func fix(_ result: CaseResult, _ program: String, _ style: TextStyle) -> [String] {
    let checked = result.checked
    let title = style.heading("Fix this first · \(checked.id), \(checked.title)")
    func row(_ name: String, _ text: String) -> [String] {
      let lines = style.wrap(text, indentation: 13)
      let label = "  " + name + String(repeating: " ", count: max(1, 11 - name.count))
      return lines.enumerated().map { $0 == 0 ? label + $1.dropFirst(13) : $1 }
    }
    return ["", "\(title)  (level: \(result.level.rawValue))"] + row("expected", checked.expected)
      + row("received", result.received) + row("why", checked.reason) + row("fix", checked.advice)
      + row("see", "\(checked.section.shortText), \(program) lesson \(checked.lesson)") + notes
  }

  /// The reasons of the cases that say nothing about the client, and the remarks on passes.
  private var notes: [String] {
    let rest = results.filter { !$0.note.isEmpty && $0.verdict != .failed }
    let lines = rest.filter { $0.verdict != .skipped }.map {
      "  \($0.checked.id)  \($0.verdict == .notReached ? "not reached: " : "")\($0.note)"
    }
    let old =
      stale.isEmpty
      ? [] : ["  Passes now, remove it from --expected: \(stale.joined(separator: ", "))"]
    return lines.isEmpty && old.isEmpty ? [] : ["", "Notes"] + lines + old
  }

  private var score: [String] {
    let parts = CheckCase.Level.allCases.compactMap { level -> String? in
      let counted = results.filter { $0.level == level && $0.verdict != .skipped }
      let passed = counted.filter { $0.verdict == .passed }
      return counted.isEmpty ? nil : "\(level.rawValue) \(passed.count) of \(counted.count)"
    }
    let missed = results.filter { $0.verdict == .notReached }.count
    return [(parts + (missed == 0 ? [] : ["not reached \(missed)"])).joined(separator: " · ")]
  }
}
