import Vocabulary

extension TextRenderer {
  /// Returns the kind of each message, its parts, and the findings.
  public func render(_ report: ExplanationReport) -> String {
    var lines = titles(of: report)
    if report.messages.count == 1 {
      lines += parts(report.messages[0].parts, title: "Parts", origin: false)
    }
    lines += [""]
    if report.findings.isEmpty {
      lines += style.wrap("No problem was found.", indentation: 0, paint: style.good)
    } else {
      let isNumbered = report.messages.count > 1
      lines += report.findings.flatMap { finding($0.numbered(isNumbered)) }
      if !report.isWrong {
        let isRisky = report.findings.contains { $0.finding.severity == .risky }
        lines +=
          [""]
          + style.wrap(
            isRisky ? "No rule is broken, but there is a risk." : "Nothing wrong was found.",
            indentation: 0, paint: isRisky ? style.heading : style.good)
      }
    }
    lines +=
      [""] + style.wrap(report.closing.joined(separator: " "), indentation: 0, paint: style.quiet)
    for advice in report.next {
      guard let command = advice.command else { continue }
      lines += style.wrap(advice.text + ":", indentation: 0) + ["  " + style.value(command)]
    }
    return joined(lines)
  }

  /// Returns only the findings, for a script.
  public func renderQuietly(_ report: ExplanationReport) -> String {
    joined(report.findings.flatMap { finding($0.numbered(report.messages.count > 1)) })
  }

  private func titles(of report: ExplanationReport) -> [String] {
    let isNumbered = report.messages.count > 1
    return zip(1..., report.messages).flatMap { number, message in
      let text = "\(message.title) (\(message.form))"
      guard isNumbered else {
        return style.wrap("This is " + text, indentation: 0, paint: style.heading)
      }
      let lines = style.wrap(text, indentation: 4, paint: style.heading)
      let margin = String(repeating: " ", count: max(1, 4 - String(number).count))
      return zip(0..., lines).map { $0 == 0 ? "\(number)\(margin)" + $1.dropFirst(4) : $1 }
    }
  }
}

extension ExplanationReport.Item {
  /// Returns the finding with the numbers of its messages before its sentence.
  func numbered(_ isNumbered: Bool) -> Finding {
    guard isNumbered else { return finding }
    let numbers = messages.map(String.init).joined(separator: " and ")
    return Finding(
      finding.severity, finding.causes,
      "\(messages.count == 1 ? "Message" : "Messages") \(numbers): \(finding.sentence)",
      why: finding.why,
      action: finding.action, reference: finding.reference, lesson: finding.lesson)
  }
}
