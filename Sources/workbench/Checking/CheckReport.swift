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

  /// The failure to fix next.
  var first: CaseResult? { faults.first }

  /// The cases to fix, stage by stage, in each the highest level first.
  ///
  /// Cases that were not reached come last.
  private var faults: [CaseResult] {
    func rank(_ result: CaseResult) -> (Int, Int, CheckCase.Level) {
      (
        result.verdict == .failed ? 0 : 1,
        CheckCase.Stage.allCases.firstIndex(of: result.checked.stage) ?? 0, result.level
      )
    }
    return results.filter { $0.isFault && !accepts($0) }.enumerated()
      .sorted { first, second in
        let (one, other) = (rank(first.element), rank(second.element))
        return one == other ? first.offset < second.offset : one < other
      }.map(\.element)
  }

  /// The report for a person.
  func text(program: String, _ style: TextStyle) -> String {
    var lines = table(style)
    if let first { lines += fix(first, program, style) + others(after: first, style) }
    lines += notes(style) + [""] + style.wrap(score, indentation: 0)
    let command = options.command.map(ShellQuoting.word).joined(separator: " ")
    if let first {
      lines += [
        "Again:", "  \(program) check --only \(first.checked.id)\(repeatedOptions) -- \(command)",
      ]
    } else if let next {
      lines += ["Next:", "  \(program) check\(next) -- \(command)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The options for the next check, if nothing failed: first every case, then every kind of client.
  private var next: String? {
    guard !hasFailed else { return nil }
    if results.count < CheckCase.all.count { return repeatedOptions }
    guard !options.isDiscovered || !options.isConfidential else { return nil }
    return (options.isConfidential ? "" : " --app-type server") + repeatedOptions
      + (options.isDiscovered ? "" : " --discover")
  }

  /// The options that a second run needs as well.
  private var repeatedOptions: String {
    (options.isConfidential ? " --app-type server" : "")
      + (options.isDiscovered ? " --discover" : "") + otherOptions.map { " \($0)" }.joined()
  }

  private func table(_ style: TextStyle) -> [String] {
    CheckCase.Stage.allCases.flatMap { stage -> [String] in
      let cells = results.filter { $0.checked.stage == stage }.map { cell($0, style) }
      guard !cells.isEmpty else { return [] }
      let name = "\(stage.rawValue) \(stage.title)"
      // A narrow terminal has the name on a line of its own.
      let margin = style.width < 60 ? 2 : 18
      let count = max(1, (style.width - margin + 2) / 7)
      let start = name + String(repeating: " ", count: max(0, margin - name.count))
      let rows = stride(from: 0, to: cells.count, by: count).map { index in
        cells[index..<min(index + count, cells.count)].joined(separator: "  ")
      }
      let blank = String(repeating: " ", count: margin)
      return margin < name.count
        ? [name] + rows.map { blank + $0 }
        : rows.enumerated().map { ($0 == 0 ? start : blank) + $1 }
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
    let title = "Fix this first · \(checked.id), \(checked.title) (level: \(result.level.rawValue))"
    func row(_ name: String, _ text: String) -> [String] {
      let lines = style.wrap(text, indentation: 13)
      let label = "  " + name + String(repeating: " ", count: max(1, 11 - name.count))
      return lines.enumerated().map { $0 == 0 ? label + $1.dropFirst(13) : $1 }
    }
    return [""] + style.wrap(title, indentation: 0).map(style.heading)
      + row("expected", checked.expected)
      + row("received", result.received + result.note) + row("why", checked.reason)
      + row("fix", result.advice)
      + row("see", "\(checked.section.shortText), \(program) lesson \(checked.lesson)")
  }

  /// The other failures, by name: the table has only identifiers.
  private func others(after first: CaseResult, _ style: TextStyle) -> [String] {
    let others = faults.filter { $0.checked.id != first.checked.id }
    guard !others.isEmpty else { return [] }
    return ["", "Then"] + others.flatMap { Self.row($0.checked.id, $0.checked.title, style) }
  }

  /// A row with an identifier in front, wrapped below its text.
  private static func row(_ id: String, _ text: String, _ style: TextStyle) -> [String] {
    let start = "  " + id + String(repeating: " ", count: max(1, 5 - id.count))
    return style.wrap(text, indentation: 7).enumerated().map {
      $0 == 0 ? start + $1.dropFirst(7) : $1
    }
  }

  /// The reasons of the cases that say nothing about the client, and the remarks on passes.
  private func notes(_ style: TextStyle) -> [String] {
    let strays = results.filter { !$0.strays.isEmpty }.map { result in
      "\(result.checked.id) left a process behind: "
        + Harmless.line(result.strays.joined(separator: ", "))
    }
    let allowed = results.filter { $0.isFault && accepts($0) }.map(\.checked.id)
    let lines =
      groups(.passed) + groups(.notReached, " not reached") + groups(.skipped, " skipped")
      + strays
      + (allowed.isEmpty ? [] : ["\(allowed.joined(separator: ", ")) accepted by --expected."])
      + (stale.isEmpty
        ? []
        : ["\(stale.joined(separator: ", ")) passed: remove from the file of --expected."])
    guard !lines.isEmpty else { return [] }
    return ["", "Notes"]
      + lines.flatMap { line in
        style.wrap(line, indentation: 4).enumerated().map { $0 == 0 ? String($1.dropFirst(2)) : $1 }
      }
  }

  /// The notes of one verdict: cases with the same note share a line.
  private func groups(_ verdict: Verdict, _ word: String = "") -> [String] {
    let noted = results.filter { $0.verdict == verdict && !$0.note.isEmpty }
    return Set(noted.map(\.note)).compactMap { note -> (Int, String)? in
      let same = noted.indices.filter { noted[$0].note == note }
      guard let first = same.first else { return nil }
      let names = same.map { noted[$0].checked.id }.joined(separator: ", ")
      return (first, "\(names)\(word): \(note)")
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private var score: String {
    let parts = CheckCase.Level.allCases.compactMap { level -> String? in
      let counted = results.filter { $0.level == level && $0.verdict != .skipped }
      let passed = counted.filter { $0.verdict == .passed }
      return counted.isEmpty ? nil : "\(level.rawValue) \(passed.count) of \(counted.count)"
    }
    let missed = results.filter { $0.verdict == .notReached }.count
    return (parts + (missed == 0 ? [] : ["not reached \(missed)"])).joined(separator: " · ")
  }
}

extension CaseResult {
  /// Whether the result is a failure, or leaves open a case of level must.
  var isFault: Bool { verdict == .failed || (verdict == .notReached && level == .must) }
}
