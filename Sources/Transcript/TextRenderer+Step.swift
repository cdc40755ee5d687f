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
    // A step that stopped before it had built its request has nothing to show.
    if step.outputs.isEmpty, step.sends == nil, step.received == nil { return [] }
    var lines = [""] + style.wrap(step.heading.traffic, indentation: 0, paint: style.heading)
    if let request = step.sends { lines += message(request) }
    if let received = step.received { lines += message(received) }
    guard !parts.isEmpty else { return lines }
    let title = step.sends == nil ? "What came, part by part" : "What it says, part by part"
    return lines + section(title, parts.flatMap { parameter($0, showsOrigin: step.sends == nil) })
  }

  private func message(_ request: HTTPRequest) -> [String] {
    if request.usesFrontChannel { return ["  " + style.value(Harmless.line(request.url))] }
    let body = String(decoding: request.body, as: UTF8.self)
    return raw(
      [request.requestLine] + fieldLines(request.fieldsWithHost) + (body.isEmpty ? [] : ["", body]))
  }

  private func message(_ received: ReceivedReport) -> [String] {
    let lines: [String]
    switch received.message {
    case .redirect(let redirect):
      let status = redirect.status.map { ["HTTP/1.1 \($0) \(HTTPStatus.reasonPhrase(for: $0))"] }
      lines = status.map { raw($0 + ["Location: " + redirect.url]) } ?? raw([redirect.url])
    case .response(let response):
      let body = response.body.isEmpty ? [] : [""] + bodyLines(response.body)
      lines = raw([response.statusLine] + fieldLines(response.fields) + body)
    }
    return lines + provenance(of: received)
  }

  /// The beginning of a body, by its lines.
  private func bodyLines(_ body: [UInt8]) -> [String] {
    let end = body.count > 4096 ? ["… (\(body.count) bytes in all)"] : []
    return String(decoding: body.prefix(4096), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + end
  }

  private func provenance(of received: ReceivedReport) -> [String] {
    guard !received.provenance.isEmpty else { return [] }
    let word =
      received.isUnsourced
      ? "Recorded, in part a reconstruction: the server's own words are not known."
      : "Recorded. Where it comes from:"
    return style.wrap(word, indentation: 2, paint: style.quiet)
      + received.provenance.flatMap { style.wrap($0, indentation: 4, paint: style.quiet) }
  }

  private func fieldLines(_ fields: [HTTPField]) -> [String] {
    fields.map { "\($0.name): \($0.value)" }
  }

  private func raw(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? "" : "  " + style.value(Harmless.line($0)) }
  }

  /// One value: name and origin, the value on a line of its own, then what it is.
  func parameter(
    _ parameter: Parameter, isExplained: Bool = true, showsOrigin: Bool = true, step: Int? = nil
  ) -> [String] {
    var marks: [String] = []
    if showsOrigin {
      marks.append(parameter.origin.words(step: step))
    }
    if parameter.isSecret { marks.append("secret") }
    var lines = named(Harmless.line(parameter.name), marks: marks)
    lines.append("    " + style.value(Harmless.line(parameter.value)))
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
}
