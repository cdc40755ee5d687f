import HTTPMessages
import Vocabulary

extension TextRenderer {
  /// The inputs; one that the message below explains is not explained twice.
  func inputs(of step: StepReport, explainedBelow parts: [Parameter]) -> [String] {
    let explained = Set((parts + step.outputs).map(\.name))
    return section(
      "Inputs",
      step.inputs.flatMap { input in
        parameter(
          input, isExplained: !explained.contains(input.name), step: step.sources[input.name])
      })
  }

  /// The message that the step sends or reads, as it goes over the wire, and its parts.
  func traffic(of step: StepReport, parts: [Parameter]) -> [String] {
    guard step.hasTraffic else { return [] }
    var lines = [""] + style.wrap(step.heading.traffic, indentation: 0, paint: style.heading)
    if let request = step.sends { lines += message(request) }
    if let received = step.received { lines += message(received) }
    guard !parts.isEmpty else { return lines }
    return lines
      + section(step.titleOfParts, parts.flatMap { parameter($0, showsOrigin: step.sends == nil) })
  }

  private func message(_ request: HTTPRequest) -> [String] {
    MessageText.lines(of: request).map(raw)
  }

  private func message(_ received: ReceivedReport) -> [String] {
    MessageText.lines(of: received.message).map(raw) + provenance(of: received)
  }

  private func provenance(of received: ReceivedReport) -> [String] {
    guard let word = received.provenanceTitle else { return [] }
    return style.wrap(word, indentation: 2, paint: style.quiet)
      + received.provenance.flatMap { style.wrap($0, indentation: 4, paint: style.quiet) }
  }

  private func raw(_ line: String) -> String {
    line.isEmpty ? "" : "  " + style.value(line)
  }

  /// One value: name and origin, the value on a line of its own, then what it is.
  func parameter(
    _ parameter: Parameter, isExplained: Bool = true, showsOrigin: Bool = true,
    step: StepNumber? = nil
  ) -> [String] {
    var marks: [String] = []
    if showsOrigin {
      marks.append(parameter.origin.words(step: step))
    }
    if parameter.isSecret { marks.append("secret") }
    var lines = named(parameter.name, marks: marks)
    lines.append("    " + style.value(parameter.value))
    guard isExplained else { return lines }
    lines += style.wrap(parameter.meaning, indentation: 4)
    let seen = parameter.seenBy.map { "Seen by \($0)." }
    let source = [seen, parameter.reference?.text].compactMap { $0 }.joined(separator: " ")
    return lines + style.wrap(source, indentation: 4, paint: style.quiet)
  }

  /// A name and what is to be said of it in brackets, on one line where there is room.
  private func named(_ name: String, marks: [String]) -> [String] {
    guard !marks.isEmpty else { return ["  " + style.name(name)] }
    let mark = "(\(marks.joined(separator: ", ")))"
    if name.count + mark.count + 3 <= style.width {
      return ["  " + style.name(name) + " " + style.quiet(mark)]
    }
    return ["  " + style.name(name)] + style.wrap(mark, indentation: 4, paint: style.quiet)
  }

  func note(_ note: Note) -> [String] {
    switch note {
    case .remark(let text): [""] + style.wrap(text, indentation: 0)
    case .commands(let title, let lines):
      [""] + style.wrap(title, indentation: 0, paint: style.heading)
        + lines.map { "  " + Harmless.line($0) }
    }
  }

  /// Where the answer departs from the specifications.
  func deviations(of step: StepReport) -> [String] {
    section(
      StepReport.titleOfDeviations,
      step.deviations.flatMap { deviation in
        style.wrap("- " + deviation.text, indentation: 2)
          + style.wrap(deviation.reference.text, indentation: 4, paint: style.quiet)
      })
  }
}
