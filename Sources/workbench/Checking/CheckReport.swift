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
  /// The options that a second run needs as well, as typed.
  let otherOptions: [String]

  /// Whether a case failed that is not accepted, or one of level must was not reached.
  var hasFailed: Bool {
    results.contains { $0.isFault && !accepts($0) }
  }

  /// Whether the failure of a case is accepted; that of A1 never is, because nothing else is tried.
  func accepts(_ result: CaseResult) -> Bool {
    result.checked.id != "A1" && accepted.contains(result.checked.id)
  }

  /// The accepted failures that pass now.
  var stale: [String] {
    results.filter { $0.verdict == .passed && accepted.contains($0.checked.id) }.map(\.checked.id)
  }

  /// The failure to fix next: the highest level first, then the order of the cases.
  var first: CaseResult? {
    results.filter { $0.verdict == .failed && !accepts($0) }
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
      + (options.isDiscovered ? " --discover" : "") + otherOptions.map { " \($0)" }.joined()
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
    let lines =
      groups(.passed) + groups(.notReached, "not reached: ") + groups(.skipped, "skipped: ")
      + results.filter { !$0.strays.isEmpty }.map { result in
        "  \(result.checked.id)  It left a process behind, which was ended: "
          + Harmless.line(result.strays.joined(separator: ", "))
      }
    let old =
      stale.isEmpty
      ? [] : ["  Passes now, remove it from --expected: \(stale.joined(separator: ", "))"]
    return lines.isEmpty && old.isEmpty ? [] : ["", "Notes"] + lines + old
  }

  /// The notes of one verdict: cases with the same note share a line.
  private func groups(_ verdict: Verdict, _ word: String = "") -> [String] {
    let noted = results.filter { $0.verdict == verdict && !$0.note.isEmpty }
    return Set(noted.map(\.note)).compactMap { note -> (Int, String)? in
      let same = noted.indices.filter { noted[$0].note == note }
      guard let first = same.first else { return nil }
      let names = same.map { noted[$0].checked.id }.joined(separator: ", ")
      return (first, "  \(names)  \(word)\(note)")
    }.sorted { $0.0 < $1.0 }.map(\.1)
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

extension CaseResult {
  /// Whether the result is a failure, or leaves open a case of level must.
  var isFault: Bool { verdict == .failed || (verdict == .notReached && level == .must) }
}
