import Vocabulary

/// The meaning of the marks next to the names, limited to those on the page.
struct MarkList {
  private let parameters: [Parameter]
  private let front: Set<String>

  /// Creates the list from the values of a report.
  init(_ report: Report, front: Set<String>) {
    parameters = report.steps.flatMap { $0.inputs + $0.outputs + $0.parts }
    self.front = front
  }

  /// The marks as a definition list.
  var html: HTML {
    var lines = Origin.allCases.filter { origin in parameters.contains { $0.origin == origin } }
      .map { line("mark", $0.rawValue, Self.meaning(of: $0)) }
    let secrets = parameters.filter(\.isSecret)
    if !secrets.isEmpty {
      lines.append(
        line("mark secret", "secret", "Any party that has it can misuse it."))
    }
    let sent = secrets.filter { $0.seenBy != nil }
    let found = Set(sent.compactMap { SequenceValue.Visibility(of: $0, seenByBrowser: front) })
    for visibility in [SequenceValue.Visibility.browser, .direct] where found.contains(visibility) {
      lines.append(
        line(
          "mark " + visibility.style, "\(visibility.mark) \(visibility.text)",
          Self.meaning(of: visibility)))
    }
    return .element("dl", ["class": "marks"], lines)
  }

  private func line(_ style: String, _ mark: String, _ meaning: String) -> HTML {
    .element(
      "div", [:],
      [
        .element("dt", [:], [.element("span", ["class": style], mark)]),
        .element("dd", [:], meaning),
      ])
  }

  private static func meaning(of visibility: SequenceValue.Visibility) -> String {
    switch visibility {
    case .browser:
      "A secret that was in a URL in this run. The browser, its history, and other programs can see it."
    case .direct: "A secret sent directly between client and server. It was in no URL."
    }
  }

  private static func meaning(of origin: Origin) -> String {
    switch origin {
    case .computed: "Computed by the workbench from other values."
    case .given: "Given by you or by the example."
    case .recorded: "Read from a recorded message."
    case .practice: "Received from the practice server."
    case .live: "Received from a real server."
    }
  }
}

extension SequenceValue.Visibility {
  /// The name of the style, in `PageStyle`.
  var style: String {
    switch self {
    case .browser: "browser"
    case .direct: "direct"
    }
  }

  /// The mark and its words, placed next to a name.
  var badge: HTML { .element("span", ["class": "mark " + style], "\(mark) \(text)") }
}
