import HTTPMessages
import Vocabulary

extension HTMLRenderer {
  /// Returns one step: inputs, message, parts, and outputs.
  func step(_ step: StepReport) -> HTML {
    let identifier = identifier(of: step)
    let title = identifier + "-title"
    var content: [HTML] = [
      .element("h2", ["id": title], step.title), .element("p", [:], step.heading.purpose),
    ]
    let parts = Self.explainedParts(of: step)
    let inputs = ParameterList(front: front, sources: step.sources, elsewhere: "Explained below.")
    let below = parts + step.outputs
    content += list("Inputs", inputs.values(step.inputs, explained: below), step.inputs)
    if step.hasTraffic { content += traffic(of: step, parts) }
    let outputs = ParameterList(front: front, elsewhere: "Explained above.")
    content += list("Outputs", outputs.values(step.outputs, explained: parts), step.outputs)
    content += departures(of: step)
    content += step.notes.map(note)
    if !step.protection.isEmpty { content.append(.element("p", [:], step.protection)) }
    return .element(
      "section", ["class": "card", "id": identifier, "aria-labelledby": title], content)
  }

  private func list(_ title: String, _ list: HTML, _ parameters: [Parameter]) -> [HTML] {
    parameters.isEmpty ? [] : [.element("h3", [:], title), list]
  }

  private func traffic(of step: StepReport, _ parts: [Parameter]) -> [HTML] {
    let heading = HTML.element("h3", [:], step.heading.traffic)
    let message = message(of: step)
    guard !message.isEmpty else { return [heading] }
    guard !parts.isEmpty else { return [heading] + message }
    return [heading] + message + [.element("h4", [:], StepReport.titleOfParts)]
      + ParameterList(front: front).message(
        parts, showsOrigin: step.sends == nil, below: step.heading.traffic)
  }

  /// Returns the parts to explain below the message: all that it contains.
  private static func explainedParts(of step: StepReport) -> [Parameter] {
    var parts = step.parts + step.members
    if let request = step.sends, !request.usesFrontChannel,
      let host = request.fieldsWithHost.first, request.fields.first != host
    {
      let part = Parameter(host.name, host.value, in: .requestField, origin: .computed)
      parts.insert(part, at: 0)
    }
    return parts
  }

  /// Returns the message as sent or received, and the source of a recording.
  private func message(of step: StepReport) -> [HTML] {
    if let request = step.sends {
      return [figure(MessageText.lines(of: request), isFront: request.usesFrontChannel)]
    }
    guard let received = step.received else { return [] }
    var isFront = false
    if case .redirect = received.message { isFront = true }
    var pieces = [figure(MessageText.lines(of: received.message), isFront: isFront)]
    if let title = received.provenanceTitle {
      let lines = received.provenance.map { HTML.element("li", [:], $0) }
      pieces.append(fold(title, heading: "h4", [.element("ul", ["class": "quiet"], lines)]))
    }
    return pieces
  }

  private func figure(_ lines: [String], isFront: Bool) -> HTML {
    let channel: SequenceValue.Visibility = isFront ? .browser : .direct
    let words = isFront ? "through the browser" : "directly between client and server"
    return .element(
      "figure", [:],
      [
        .element(
          "figcaption", [:],
          [.element("span", ["class": "mark " + channel.style], "\(channel.mark) \(words)")]),
        .element("pre", [:], [.lines(lines.joined(separator: "\n"))]),
      ])
  }

  private func departures(of step: StepReport) -> [HTML] {
    guard !step.departures.isEmpty else { return [] }
    let items = step.departures.map { departure in
      HTML.element("li", [:], "\(departure.text) (\(departure.reference.text))")
    }
    return [
      .element("h3", [:], StepReport.titleOfDepartures), .element("ul", [:], items),
    ]
  }

  private func note(_ note: Note) -> HTML {
    switch note {
    case .remark(let text), .notice(let text): .element("p", ["class": "note"], text)
    case .commands(let title, let lines):
      .element(
        "figure", [:],
        [
          .element("figcaption", [:], title),
          .element("pre", [:], [.lines(lines.joined(separator: "\n"))]),
        ])
    }
  }
}
