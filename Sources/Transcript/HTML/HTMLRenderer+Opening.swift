import HTTPMessages
import Vocabulary

extension HTMLRenderer {
  /// The subject of the run, and its outcome.
  var opening: HTML {
    let subject = report.subject
    let scenario = subject.scenario.map { ", scenario \($0)" } ?? ""
    var content: [HTML] = [
      .element("h1", [:], subject.flow.title),
      .element(
        "p", ["class": "subject"], "\(subject.serverTitle): \(subject.mode.rawValue)\(scenario)"),
    ]
    if let story = subject.story { content.append(.element("p", [:], story)) }
    content.append(outcome)
    content += subject.flow.introduction(subject.server).map { .element("p", [:], $0) }
    if subject.mode == .dryRun {
      let text =
        "Nothing is sent. Every response is recorded or reconstructed, and names its source. "
        + "Every secret is fake."
      content.append(.element("p", ["class": "quiet"], text))
    }
    return .element("section", ["class": "card"], content)
  }

  private var outcome: HTML {
    guard let failure = report.failure else {
      return .element(
        "p", [:], [.element("span", ["class": "mark direct"], "✓ all steps completed")])
    }
    return .element(
      "p", [:],
      [
        .element("span", ["class": "mark alarm"], "✗ \(failure.title)"), .text(" "),
        .element("a", ["href": "#stop"], "What happened, and what to do"),
      ])
  }

  /// The diagram, the same in words, and the meaning of the marks.
  var glance: HTML {
    let diagram = SequenceDiagram(report)
    let drawing = SequenceDrawing(diagram, identifier: "diagram").svg
    let words: [HTML] = [
      fold(
        "The same in words",
        [.element("ul", [:], diagram.sentences.map { .element("li", [:], $0) })]),
      fold(
        "Marks on this page",
        [
          MarkList(report, front: front).html,
          .element("p", ["class": "quiet"], "Inputs and outputs are values inside the client."),
        ]),
    ]
    return .element(
      "section", ["class": "card", "id": "run", "aria-labelledby": "run-title"],
      [
        .element("h2", ["id": "run-title"], "The run at a glance"),
        .element(
          "div", ["class": "glance"],
          [.element("figure", [:], [drawing]), .element("div", [:], words)]),
      ])
  }

  /// Returns a part that a narrow page folds: only its title is shown until it is opened.
  func fold(_ title: String, heading: StaticString = "h3", _ content: [HTML]) -> HTML {
    let summary = HTML.element("summary", [:], [.element(heading, [:], title)])
    return .element("details", ["class": "fold"], [summary] + content)
  }
}
