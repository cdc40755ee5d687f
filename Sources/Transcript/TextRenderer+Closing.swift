import Vocabulary

extension TextRenderer {
  /// Returns the end of a walk: which values went where, the outcome, and the next commands.
  public func closing(_ report: Report) -> String {
    let ending = report.failure.map(failure) ?? []
    let traffic = report.showsTraffic ? whatWentWhere(report) : []
    return joined(traffic + ending + next(report.next))
  }

  /// Returns which values were in a URL and which were sent directly in this run.
  private func whatWentWhere(_ report: Report) -> [String] {
    let traffic = Traffic(report)
    let table = style.width >= 72 ? table(traffic.rows) : list(traffic.channels)
    return [""] + table + [""]
      + style.wrap(traffic.lessons.joined(separator: " "), indentation: 0)
  }

  private static let titleOfTraffic = "What went where"

  /// Returns a table with the values as rows and the channels as columns.
  private func table(_ rows: [Traffic.Row]) -> [String] {
    let columns = ["in a URL", "in a direct message"]
    let width = style.width - columns.reduce(0) { $0 + $1.count + 3 }
    let left = TextStyle(width: width, usesColor: false)
    return [
      style.heading(Self.titleOfTraffic) + Self.spaces(width - Self.titleOfTraffic.count)
        + columns.map { "   " + $0 }.joined()
    ]
      + rows.flatMap { row in
        let names = left.wrap(
          row.names.joined(separator: ", ") + (row.isInURL || row.isDirect ? "" : " (not sent)"),
          indentation: 2)
        let last = names.last ?? ""
        let marks = zip(columns, [row.isInURL, row.isDirect]).map { column, isThere in
          let middle = column.count / 2
          return "   " + Self.spaces(middle) + (isThere ? "●" : "–")
            + Self.spaces(column.count - middle - 1)
        }.joined()
        return names.dropLast() + [
          (last + Self.spaces(width - last.count) + marks).trimmedAtEnd
        ]
      }
  }

  private func list(_ channels: [Traffic.Channel]) -> [String] {
    [style.heading(Self.titleOfTraffic)]
      + channels.flatMap { channel in
        style.wrap(channel.title, indentation: 2)
          + style.wrap(channel.names.joined(separator: ", "), indentation: 4, paint: style.value)
      }
  }

  private func failure(_ failure: FailureReport) -> [String] {
    var lines = [""]
    lines += style.wrap(
      "\(failure.title): \(failure.message)", indentation: 0, paint: style.alarm)
    if !failure.comparison.isEmpty { lines += [""] + comparison(failure.comparison) }
    if !failure.why.isEmpty {
      lines += [""] + style.wrap(why(failure), indentation: 0)
    } else if let reference = failure.reference {
      lines += style.wrap(reference.text, indentation: 0, paint: style.quiet)
    }
    if !failure.findings.isEmpty {
      lines +=
        ["", style.heading(FailureReport.titleOfFindings)]
        + failure.findings.flatMap(finding)
    }
    return lines + [""] + failure.next.flatMap(advice)
  }

  /// Returns the reason with its section before the final period.
  private func why(_ failure: FailureReport) -> String {
    guard let reference = failure.reference else { return failure.why }
    let isSentence = failure.why.last == "."
    let why = isSentence ? String(failure.why.dropLast()) : failure.why
    // A sentence can end with a section of its own; two parentheses in a row read badly.
    let cited =
      why.last == ")"
      ? "\(why.dropLast()), \(reference.shortText))" : "\(why) (\(reference.shortText))"
    return cited + (isSentence ? "." : "")
  }

  /// Returns the expected and received values, each on one line if it fits.
  private func comparison(_ pairs: [(name: String, value: String)]) -> [String] {
    let width = pairs.map(\.name.count).max() ?? 0
    let fits = pairs.allSatisfy { TerminalColumns.count($0.value) + width + 5 <= style.width }
    return pairs.flatMap { name, value in
      fits
        ? ["  " + style.name(name) + Self.spaces(width - name.count + 3) + style.value(value)]
        : ["  " + style.name(name), "    " + style.value(value)]
    }
  }

  /// Returns the advice with the command on its own line, so that it can be copied.
  private func advice(_ advice: Advice) -> [String] {
    guard let command = advice.command else { return style.wrap(advice.text, indentation: 0) }
    return style.wrap(advice.text + ":", indentation: 0) + ["  " + style.value(command)]
  }

  /// Returns the commands to try next, each with its purpose.
  private func next(_ advice: [Advice]) -> [String] {
    guard !advice.isEmpty else { return [] }
    let width = advice.compactMap(\.command?.count).max() ?? 0
    let fits = advice.allSatisfy { 5 + width + $0.text.count <= style.width }
    return ["", style.heading("Next")]
      + advice.flatMap { advice in
        let command = advice.command ?? ""
        return fits
          ? ["  " + style.value(command) + Self.spaces(width - command.count + 3) + advice.text]
          : ["  " + style.value(command)] + style.wrap(advice.text, indentation: 6)
      }
  }

  /// Returns spaces that align a column.
  static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension String {
  /// The line without trailing spaces.
  fileprivate var trimmedAtEnd: String {
    var line = self
    while line.last == " " { line.removeLast() }
    return line
  }
}
