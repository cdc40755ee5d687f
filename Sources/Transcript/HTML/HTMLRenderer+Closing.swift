import HTTPMessages
import Vocabulary

extension HTMLRenderer {
  /// The values that were in a URL and those that were not, and the consequences.
  var traffic: HTML {
    let traffic = Traffic(report)
    let channels = traffic.channels.map { channel in
      let mark = channel.visibility.map { "\($0.mark) " } ?? ""
      let style = channel.visibility.map { "mark \($0.style)" } ?? "mark"
      let names = channel.names.map { name in
        HTML.element("li", [:], [.element("code", [:], name)])
      }
      return HTML.element(
        "div", [:],
        [
          .element("h3", [:], [.element("span", ["class": style], mark + channel.title)]),
          .element("ul", ["class": "names"], names),
        ])
    }
    var content: [HTML] = [
      .element("h2", ["id": "traffic-title"], "What went where in this run"),
      .element("div", ["class": "ways"], channels),
    ]
    content += traffic.lessons.map { .element("p", [:], $0) }
    return .element(
      "section", ["class": "card", "id": "traffic", "aria-labelledby": "traffic-title"], content)
  }

  /// Returns the failure and the next actions.
  func stop(_ failure: FailureReport) -> HTML {
    var content: [HTML] = [
      .element("h2", ["id": "stop-title"], failure.title),
      .element("p", ["class": "alarm"], [.element("strong", [:], failure.message)]),
      .element(
        "dl", [:],
        failure.comparison.map { name, value in
          .element(
            "div", [:],
            [
              .element("dt", [:], [.element("code", [:], name)]),
              .element("dd", [:], [.element("span", ["class": "value"], value)]),
            ])
        }),
    ]
    if !failure.why.isEmpty {
      content.append(.element("p", [:], "Why it matters: \(failure.why)"))
    }
    if let reference = failure.reference {
      content.append(.element("p", ["class": "quiet"], reference.text))
    }
    if !failure.findings.isEmpty {
      content.append(.element("h3", [:], FailureReport.titleOfFindings))
      content.append(.element("ul", [:], failure.findings.map(finding)))
    }
    content.append(.element("h3", [:], "What to do"))
    content.append(.element("ul", [:], failure.next.map(advice)))
    return .element(
      "section", ["class": "card stop", "id": "stop", "aria-labelledby": "stop-title"], content)
  }

  /// The commands to try after the run; empty if there are none.
  var whatNext: [HTML] {
    guard !report.next.isEmpty else { return [] }
    return [
      .element(
        "section", ["class": "card", "id": "next", "aria-labelledby": "next-title"],
        [
          .element("h2", ["id": "next-title"], Self.titleOfNext),
          .element("ul", [:], report.next.map(advice)),
        ])
    ]
  }

  /// The heading of the commands to try after the run.
  static let titleOfNext = "What next"

  private func finding(_ finding: Finding) -> HTML {
    let texts = [finding.sentence, finding.why, finding.action].filter { !$0.isEmpty }
    return .element(
      "li", [:],
      [
        .element("strong", [:], TextRenderer.mark(of: finding.severity)),
        .text(" " + texts.joined(separator: " ") + " "),
        .element("span", ["class": "quiet"], finding.reference?.text ?? ""),
      ])
  }

  private func advice(_ advice: Advice) -> HTML {
    guard let command = advice.command else { return .element("li", [:], advice.text) }
    return .element(
      "li", [:],
      [.text(advice.text + ":"), .element("span", ["class": "value"], command)])
  }
}
