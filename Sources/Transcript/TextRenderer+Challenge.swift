public import Vocabulary

extension TextRenderer {
  /// Returns the verdict, the values, the findings, and the derivation if requested.
  public func render(_ report: ChallengeReport) -> String {
    let verdict = report.verdict
    var lines = style.wrap(
      verdict.sentence, indentation: 0,
      paint: verdict == .derived ? style.heading : verdict.isGood ? style.good : style.alarm)
    for (name, value) in values(of: report) {
      lines += ["  " + style.name(name), "    " + style.value(value)]
    }
    if !report.findings.isEmpty { lines += [""] + report.findings.flatMap(finding) }
    if !report.derivation.isEmpty {
      lines +=
        ["", style.heading("code_challenge = base64url(SHA-256(ASCII(code_verifier)))")]
        + report.derivation.flatMap { parameter($0) } + report.notes.flatMap(note)
    }
    if !report.next.isEmpty { lines += [""] + report.next.flatMap(next) }
    return joined(lines)
  }

  /// Returns only the values or the findings, for a script.
  public func renderQuietly(_ report: ChallengeReport) -> String {
    guard report.verdict == .derived else { return joined(report.findings.flatMap(finding)) }
    return joined([report.verifier, report.challenge].compactMap(\.self).map(style.value))
  }

  private func values(of report: ChallengeReport) -> [(name: String, value: String)] {
    let isCompared = report.received != nil
    let isDifferent = report.verdict == .different
    let all = [
      ("code_verifier", report.verifier),
      (isDifferent ? "expected" : "code_challenge", report.challenge),
      ("received", report.verdict == .equal ? nil : report.received),
      ("code_challenge_method", isCompared ? nil : "S256"),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  private func next(_ advice: Advice) -> [String] {
    guard let command = advice.command else { return style.wrap(advice.text, indentation: 0) }
    return style.wrap(advice.text + ":", indentation: 0) + ["  " + style.value(command)]
  }

  /// Returns a finding: severity, sentence, reason, action, and section.
  public func finding(_ finding: Finding) -> [String] {
    let mark = Self.mark(of: finding.severity)
    let indentation = style.width < 48 ? 2 : 10
    let paint = finding.severity == .wrong ? style.alarm : style.heading
    var lines = style.wrap(finding.sentence, indentation: indentation)
    if indentation == 2 {
      lines.insert(paint(mark), at: 0)
    } else if let first = lines.first {
      let gap = String(repeating: " ", count: indentation - mark.count)
      lines[0] = paint(mark) + gap + first.dropFirst(indentation)
    }
    for text in [finding.why, finding.action] where !text.isEmpty {
      lines += style.wrap(text, indentation: indentation)
    }
    let reference = finding.reference?.text ?? ""
    return lines + style.wrap(reference, indentation: indentation, paint: style.quiet)
  }

  /// Returns a sign and a word, so that nothing depends on color.
  static func mark(of severity: Finding.Severity) -> String {
    switch severity {
    case .wrong: "✗ wrong"
    case .risky: "! risky"
    case .note: "· note"
    }
  }
}
