import Vocabulary

extension TextRenderer {
  /// What stands after the last step: what went where, and how it ended.
  public func closing(_ report: Report) -> String {
    let ending = report.failure.map(failure) ?? []
    guard report.showsTraffic else { return joined(ending) }
    return joined(whatWentWhere(report) + ending)
  }

  /// Which values passed through the browser and which did not, read from the messages of this run.
  private func whatWentWhere(_ report: Report) -> [String] {
    let traffic = Traffic(report)
    var lines = ["", style.heading("What went where in this run")]
    func row(_ title: String, _ names: [String]) {
      guard !names.isEmpty else { return }
      lines += style.wrap(title, indentation: 2)
      lines += style.wrap(names.joined(separator: ", "), indentation: 4, paint: style.value)
    }
    for way in traffic.ways { row(way.title + ":", way.names) }
    return lines + [""] + traffic.lessons.flatMap { style.wrap($0, indentation: 2) }
  }

  private func failure(_ failure: FailureReport) -> [String] {
    var lines = [""]
    lines += style.wrap(
      "\(failure.title): " + failure.message, indentation: 0,
      paint: style.alarm)
    for (name, value) in failure.comparison {
      lines.append("  " + style.name(name))
      lines.append("    " + style.value(value))
    }
    if !failure.why.isEmpty {
      lines += style.wrap("Why it matters: \(failure.why)", indentation: 2)
    }
    if let reference = failure.reference {
      lines += style.wrap(reference.text, indentation: 2, paint: style.quiet)
    }
    if !failure.findings.isEmpty {
      lines += [style.heading(FailureReport.titleOfFindings)] + failure.findings.flatMap(finding)
    }
    return lines + [style.heading("What to do")] + failure.next.flatMap(advice)
  }

  /// The command stands on a line of its own, so that it can be copied whole.
  private func advice(_ advice: Advice) -> [String] {
    guard let command = advice.command else { return style.wrap(advice.text, indentation: 2) }
    return style.wrap(advice.text + ":", indentation: 2) + ["    " + style.value(command)]
  }
}
