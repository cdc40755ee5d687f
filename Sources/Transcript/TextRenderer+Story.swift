import HTTPMessages
import Vocabulary

extension TextRenderer {
  /// The most lines of a step on a terminal of 24 rows; the last row lists the keys.
  private static let screenHeight = 23

  /// Returns the groups of lines with an empty line between them.
  ///
  /// If a step would be higher than the terminal, some of the empty lines are omitted.
  func screen(_ groups: [[String]]) -> [String] {
    // Before the message, after it, and below the heading, in this order.
    let spare = [3, 4, 1].filter { groups[$0...].first?.isEmpty == false }
    let height = groups.reduce(0) { $0 + $1.count } + groups.filter { !$0.isEmpty }.count - 1
    let surplus = breaksLines ? max(0, height - Self.screenHeight) : 0
    let joints = Set(spare.prefix(surplus))
    return groups.enumerated().flatMap { index, lines in
      lines.isEmpty || index == 0 || joints.contains(index) ? lines : [""] + lines
    }
  }

  /// Returns the groups of a step: new values, message, results, and protection.
  func story(of step: StepReport) -> [[String]] {
    let parts = step.parts
    let values = rows(of: step, parts)
    let outcome =
      results(of: step, parts)
      + step.departures.flatMap { style.wrap("Departure: \($0.text)", indentation: 2) }
    let words = ([step.protection] + notices(of: step)).filter { !$0.isEmpty }
    let ending = style.wrap(words.joined(separator: " "), indentation: 2)
    return [values, storyOfTraffic(step), outcome, ending]
  }

  private func notices(of step: StepReport) -> [String] {
    step.notes.compactMap { note in
      if case .notice(let text) = note { text } else { nil }
    }
  }

  // MARK: Values

  /// Returns the new inputs with their values, and those of earlier steps by name.
  private func rows(of step: StepReport, _ parts: [Parameter]) -> [String] {
    let inputs = step.inputs.filter { !step.heading.details.contains($0.name) }
    let new = inputs.filter { step.sources[$0.name] == nil }
    let width = new.map(\.name.count).max() ?? 0
    let lines = new.enumerated().flatMap { index, input in
      row(index == 0 ? "New" : "", input, width: width, parts)
    }
    let earlier = StepNumber.allCases.compactMap { number in
      let names = inputs.map(\.name).filter { step.sources[$0] == number }
      return names.isEmpty ? nil : names.joined(separator: ", ") + " (step \(number))"
    }
    return lines + (earlier.isEmpty ? [] : labeled("Earlier", earlier.joined(separator: ", ")))
  }

  /// Returns the outputs; if the message shows many of them, only their names.
  private func results(of step: StepReport, _ parts: [Parameter]) -> [String] {
    let known = Set(step.inputs.map { [$0.name, $0.value] })
    let body = step.received.map { MessageText.lines(of: $0.message).joined(separator: "\n") }
    let outputs = step.outputs.filter {
      !step.heading.details.contains($0.name) && !known.contains([$0.name, $0.value])
        && $0.value != step.sends?.url
        // A rejection is in the message, and the failure quotes it again.
        && !(step.hasFailed && $0.origin != .computed && body?.contains($0.value) == true)
    }
    let read = outputs.filter { $0.origin != .computed }
    let listed = read.count > 3 ? read : []
    let shown = outputs.filter { !listed.contains($0) }
    let width = shown.map(\.name.count).max() ?? 0
    let names =
      listed.first.map { first in
        labeled(
          "Result", listed.map(\.name).joined(separator: ", ") + " (\(first.origin.rawValue))")
      } ?? []
    return names
      + shown.enumerated().flatMap { index, output in
        row(
          index == 0 && names.isEmpty ? "Result" : "", output, width: width, parts)
      }
  }

  /// Returns a label and names, with further lines indented below the names.
  private func labeled(_ label: String, _ text: String) -> [String] {
    let lines = style.wrap(text, indentation: Self.labelWidth)
    return lines.enumerated().map { index, line in
      index == 0
        ? "  " + style.quiet(label) + Self.spaces(Self.labelWidth - 2 - label.count)
          + line.dropFirst(Self.labelWidth)
        : line
    }
  }

  /// Returns a label, a name, its value, and the value's origin.
  private func row(
    _ label: String, _ parameter: Parameter, width: Int, _ parts: [Parameter]
  ) -> [String] {
    let mark = "(\(parameter.origin.rawValue)\(parameter.isSecret ? ", secret" : ""))"
    let start =
      "  " + style.quiet(label) + Self.spaces(Self.labelWidth - 2 - label.count)
      + style.name(parameter.name)
    let room = style.width - Self.labelWidth - width - 2 - mark.count - 1
    let isShown = parts.contains { $0.name == parameter.name && $0.value == parameter.value }
    guard let value = fitted(parameter.value, in: room, mayShorten: isShown) else {
      let below = style.width - Self.labelWidth - 2
      let margin = Self.labelWidth + 2
      let value = fitted(parameter.value, in: below, mayShorten: isShown)
      // A list of results is not copied, so it may be broken at its spaces.
      let lines =
        value == nil && breaksLines
        ? style.wrap(parameter.value, indentation: margin, paint: style.value)
        : [Self.spaces(margin) + style.value(value ?? parameter.value)]
      return [start + " " + style.quiet(mark)] + lines
    }
    return [
      start + Self.spaces(width - parameter.name.count + 2) + style.value(value)
        + Self.spaces(room - TerminalColumns.count(value) + 1) + style.quiet(mark)
    ]
  }

  /// Returns the value, shortened if the message shows it whole, or `nil` if it does not fit.
  private func fitted(_ value: String, in room: Int, mayShorten: Bool) -> String? {
    let value = Harmless.line(value)
    if TerminalColumns.count(value) <= room { return value }
    guard mayShorten, room >= 12 else { return nil }
    let names = value.split(separator: " ")
    guard names.count > 2 else { return value.prefix(room - 1) + "…" }
    let ending = " … \(names[names.count - 1]) (\(names.count))"
    var beginning = ""
    for name in names.dropLast() {
      let longer = beginning.isEmpty ? String(name) : beginning + " " + name
      guard TerminalColumns.count(longer + ending) <= room else { break }
      beginning = longer
    }
    return beginning.isEmpty ? nil : beginning + ending
  }

  /// The indentation of the names, in columns.
  private static let labelWidth = 10
}
