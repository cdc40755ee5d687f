import HTTPMessages
import Vocabulary

extension TextRenderer {
  /// Returns the step with every part explained; nothing that the message shows is repeated.
  func explanation(of step: StepReport) -> [String] {
    let parts = step.parts
    var lines = inputs(of: step, shownBelow: parts)
    lines += traffic(of: step, parts: parts + step.members)
    lines += outputs(of: step, shownAbove: parts)
    lines += departures(of: step)
    lines += step.notes.flatMap(note)
    if !step.protection.isEmpty { lines += [""] + style.wrap(step.protection, indentation: 0) }
    return lines
  }

  /// Returns the inputs; if the message below shows one, only its name and origin.
  private func inputs(of step: StepReport, shownBelow parts: [Parameter]) -> [String] {
    var shown = Set((parts + step.outputs).map(\.value))
    if case .redirect(let redirect)? = step.received?.message { shown.insert(redirect.url) }
    let isShown = { (input: Parameter) in shown.contains(input.value) }
    let names = step.inputs.filter(isShown).map { input in
      "\(input.name) (\(marks(of: input, step: step.sources[input.name]).joined(separator: ", ")))"
    }
    let below =
      names.isEmpty
      ? [] : style.wrap("Shown below: " + names.joined(separator: ", "), indentation: 2)
    return section(
      "Inputs",
      step.inputs.filter { !isShown($0) }.flatMap {
        parameter($0, step: step.sources[$0.name])
      } + below)
  }

  /// Returns the outputs; if the message above shows one, only its name and origin.
  private func outputs(of step: StepReport, shownAbove parts: [Parameter]) -> [String] {
    let shown = Set(parts.map(\.value) + [step.sends?.url].compactMap(\.self))
    let members = step.members
    let isShown = { (output: Parameter) in
      shown.contains(output.value) || members.contains(output)
    }
    // The parts of a received message have their marks already.
    let names = step.outputs.filter(isShown).map { output in
      step.sends == nil
        ? output.name : "\(output.name) (\(marks(of: output, step: nil).joined(separator: ", ")))"
    }
    let above =
      names.isEmpty
      ? [] : style.wrap("Shown above: " + names.joined(separator: ", "), indentation: 2)
    return section(
      "Outputs", step.outputs.filter { !isShown($0) }.flatMap { parameter($0) } + above)
  }

  private func marks(of parameter: Parameter, step: StepNumber?) -> [String] {
    [parameter.origin.words(step: step)] + (parameter.isSecret ? ["secret"] : [])
  }

  /// Returns the message as sent or received, its audience, and its parts.
  func traffic(of step: StepReport, parts: [Parameter]) -> [String] {
    guard step.hasTraffic else { return [] }
    var lines = [""] + style.wrap(step.heading.traffic, indentation: 0, paint: style.heading)
    if let request = step.sends { lines += message(request) }
    if let received = step.received { lines += message(received) }
    return lines
      + self.parts(
        parts, title: StepReport.titleOfParts, origin: step.sends == nil,
        below: step.heading.traffic)
  }

  /// Returns the explained parts of a message, with each audience once above its parts.
  func parts(
    _ parts: [Parameter], title: String, origin: Bool, below traffic: String = ""
  ) -> [String] {
    let groups = AudienceGroup.groups(of: parts, below: traffic).map { group in
      style.wrap(group.heading ?? "", indentation: 2, paint: style.quiet)
        + group.parts.flatMap { explained($0, audience: nil, showsOrigin: origin) }
    }
    return section(title, Array(groups.joined(separator: [""])))
  }

  private func message(_ request: HTTPRequest) -> [String] {
    MessageText.lines(of: request).map(raw)
  }

  private func message(_ received: ReceivedReport) -> [String] {
    MessageText.lines(of: received.message).map(raw) + provenance(of: received)
  }

  private func provenance(of received: ReceivedReport) -> [String] {
    // The first line says "Reconstructed" or "Recorded" itself.
    let title = received.isUnsourced ? received.provenanceTitle ?? "" : ""
    return style.wrap(title, indentation: 2, paint: style.quiet)
      + received.provenance.flatMap { style.wrap($0, indentation: 4, paint: style.quiet) }
  }

  private func raw(_ line: String) -> String {
    line.isEmpty ? "" : "  " + style.value(line)
  }

  /// Returns a value outside of a message, explained.
  func parameter(_ parameter: Parameter, step: StepNumber? = nil) -> [String] {
    explained(parameter, audience: parameter.audience, showsOrigin: true, step: step)
  }

  /// Returns a value: name and origin, the value on its own line, its meaning, and its section.
  private func explained(
    _ parameter: Parameter, audience: String?, showsOrigin: Bool, step: StepNumber? = nil
  ) -> [String] {
    let marks = marks(of: parameter, step: step).dropFirst(showsOrigin ? 0 : 1)
    var lines = named(parameter.name, marks: Array(marks))
    lines.append("    " + style.value(parameter.value))
    lines += style.wrap(parameter.meaning, indentation: 4)
    let source = [audience, parameter.reference?.text].compactMap { $0 }.joined(separator: " ")
    return lines + style.wrap(source, indentation: 4, paint: style.quiet)
  }

  /// Returns a name and its marks in parentheses, on one line if they fit.
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
    case .remark(let text), .notice(let text): [""] + style.wrap(text, indentation: 0)
    case .commands(let title, let lines):
      [""] + style.wrap(title, indentation: 0, paint: style.heading)
        + lines.map { "  " + Harmless.line($0) }
    }
  }

  /// Returns the response's departures from the specifications.
  func departures(of step: StepReport) -> [String] {
    section(
      StepReport.titleOfDepartures,
      step.departures.flatMap { departure in
        style.wrap("- " + departure.text, indentation: 2)
          + style.wrap(departure.reference.text, indentation: 4, paint: style.quiet)
      })
  }
}
