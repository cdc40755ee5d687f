import Vocabulary

/// What the marks beside the names mean: those that the page has.
struct MarkList {
  private let parameters: [Parameter]
  private let front: Set<String>

  /// Collects the marks of a report.
  init(_ report: Report, front: Set<String>) {
    parameters = report.steps.flatMap { $0.inputs + $0.outputs + $0.parts }
    self.front = front
  }

  /// The list.
  var html: HTML {
    var lines = Origin.allCases.filter { origin in parameters.contains { $0.origin == origin } }
      .map { line("mark", $0.rawValue, Self.meaning(of: $0)) }
    let secrets = parameters.filter(\.isSecret)
    if !secrets.isEmpty {
      lines.append(
        line("mark secret", "secret", "Whoever has it can do something with it, or helps a thief."))
    }
    let sent = secrets.filter { $0.seenBy != nil }
    let ways = Set(sent.compactMap { SequenceValue.Visibility(of: $0, seenByBrowser: front) })
    for way in [SequenceValue.Visibility.browser, .direct] where ways.contains(way) {
      lines.append(line("mark " + way.style, "\(way.mark) \(way.text)", Self.meaning(of: way)))
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

  private static func meaning(of way: SequenceValue.Visibility) -> String {
    switch way {
    case .browser:
      "A secret in a URL of the browser, in this message or in another one of the run. Its history and "
        + "other programs can see it."
    case .direct: "A secret that goes directly between the app and the server. It is in no URL."
    }
  }

  private static func meaning(of origin: Origin) -> String {
    switch origin {
    case .computed: "Worked out by the workbench from other values."
    case .given: "Given, by you or by the example."
    case .recorded: "It stands in a recorded message."
    case .practice: "It comes from the practice server."
    case .live: "It comes from a real server."
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

  /// Mark and words, for beside a name.
  var badge: HTML { .element("span", ["class": "mark " + style], "\(mark) \(text)") }
}
