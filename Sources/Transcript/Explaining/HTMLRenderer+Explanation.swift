import Vocabulary

extension HTMLRenderer {
  /// Returns the result of `explain` as one page: the findings, then each message.
  public static func render(_ report: ExplanationReport) -> String {
    ExplanationPage(report).page.text
  }
}

/// The page on pasted messages.
private struct ExplanationPage {
  private let report: ExplanationReport

  init(_ report: ExplanationReport) { self.report = report }

  var page: HTMLPage {
    let entries = zip(1..., report.messages).map { number, message in
      HTMLPage.Entry("message-\(number)", heading(number, message))
    }
    return HTMLPage(
      title: Self.title, contents: [.init("findings", "Findings")] + entries,
      main: [opening, findings] + zip(1..., report.messages).map(message),
      footer: report.closing.map { .element("p", [:], $0) }, sheets: [Self.sheet])
  }

  private static let title = "Pasted messages, explained"

  private static let sheet: StaticString = """
    .findings { list-style: none; padding: 0; } .findings li { padding: .75rem 0; border-top: 1px solid var(--line); }
    .findings li:first-child { border-top: 0; padding-top: 0; } .findings p { margin: .25rem 0 0; }
    .mark.risky { border-style: dashed; color: var(--browser); }
    .findings a { white-space: nowrap; }
    """

  private var opening: HTML {
    let counts = Finding.Severity.allCases.compactMap { severity -> String? in
      let count = report.findings.count { $0.finding.severity == severity }
      let word = severity == .note && count != 1 ? "notes" : severity.rawValue
      return count == 0 ? nil : "\(count) \(word)"
    }
    let verdict =
      report.isWrong
      ? HTML.element("span", ["class": "mark alarm"], "✗ something is wrong")
      : .element("span", ["class": "mark direct"], "✓ nothing wrong was found")
    let count = report.messages.count
    let subject = count == 1 ? heading(1, report.messages[0]) : "\(count) messages"
    return .element(
      "section", ["class": "card"],
      [
        .element("h1", [:], Self.title),
        .element("p", ["class": "subject"], ([subject] + counts).joined(separator: " · ")),
        .element("p", [:], [verdict]),
      ])
  }

  private var findings: HTML {
    let items = report.findings.map(finding)
    let commands = report.next.compactMap { advice in
      advice.command.map { command in
        HTML.element(
          "p", [:], [.text(advice.text + ":"), .element("span", ["class": "value"], command)])
      }
    }
    return .element(
      "section", ["class": "card", "id": "findings", "aria-labelledby": "findings-title"],
      [
        .element("h2", ["id": "findings-title"], "Findings"),
        items.isEmpty
          ? .element("p", [:], "No problem was found.")
          : .element("ul", ["class": "findings"], items),
      ] + commands)
  }

  private func finding(_ item: ExplanationReport.Item) -> HTML {
    let finding = item.finding
    let style =
      switch finding.severity {
      case .wrong: "mark alarm"
      case .risky: "mark risky"
      case .note: "mark"
      }
    var heading: [HTML] = [
      .element("span", ["class": style], TextRenderer.mark(of: finding.severity)),
      .text(" "),
      finding.severity == .note
        ? .text(finding.sentence) : .element("strong", [:], finding.sentence),
    ]
    if report.messages.count > 1 {
      let links = item.messages.map { number in
        HTML.element("a", ["href": "#message-\(number)"], "message \(number)")
      }
      heading += links.flatMap { [HTML.text(" "), $0] }
    }
    var content: [HTML] = [.element("p", [:], heading)]
    content += [finding.why, finding.action].filter { !$0.isEmpty }
      .map { .element("p", [:], $0) }
    let source = [finding.reference?.text, "Lesson \(finding.lesson)"].compactMap(\.self)
    content.append(.element("p", ["class": "quiet"], source.joined(separator: " · ")))
    return .element("li", [:], content)
  }

  /// Returns the capitalized title, with its number if there are several messages.
  private func heading(_ number: Int, _ message: ExplanationReport.Message) -> String {
    let title = message.title.prefix(1).uppercased() + message.title.dropFirst()
    return report.messages.count > 1 ? "\(number). \(title)" : title
  }

  private func message(_ number: Int, _ message: ExplanationReport.Message) -> HTML {
    let title = "message-\(number)-title"
    let parts =
      message.parts.isEmpty
      ? [.element("p", [:], "This message has no parts.")]
      : ParameterList(front: []).message(message.parts, showsOrigin: false)
    return .element(
      "section", ["class": "card", "id": "message-\(number)", "aria-labelledby": title],
      [
        .element("h2", ["id": title], heading(number, message)),
        .element("p", ["class": "subject"], message.form),
      ] + parts)
  }
}
