import HTTPMessages
public import Vocabulary

/// Renders one step of several flows, one message after the other.
public struct StageRenderer: Sendable {
  /// The width and colors of the terminal.
  public let style: TextStyle

  /// Creates a renderer for a terminal or a pipe.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Returns the messages of a step, one flow after the other.
  ///
  /// - Parameters:
  ///   - number: One of the five steps.
  ///   - comparison: The flows that ran.
  /// - Returns: The text.
  public func render(_ number: StepNumber, of comparison: Comparison) -> String {
    let row = comparison.sections.first?.rows.dropFirst(number.rawValue - 1).first
    var lines = [style.heading("Step " + (row?.title ?? number.description))]
    for evidence in comparison.evidence {
      lines += ["", "  " + style.name(evidence.flow.title) + " (\(evidence.flow.name))"]
      guard let step = evidence.report.steps.first(where: { $0.heading.number == number }) else {
        lines += style.wrap(Self.absence(of: number, in: evidence.flow), indentation: 4)
        continue
      }
      lines += style.wrap(step.heading.traffic, indentation: 4, paint: style.quiet)
      lines += message(of: step).map { $0.isEmpty ? "" : "    " + style.value($0) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Returns the message with one parameter per line, so that the lines can be compared.
  private func message(of step: StepReport) -> [String] {
    if let request = step.sends {
      let url = URLParts(request.url).withoutQueryAndFragment
      let fields = request.fields.map { "\($0.name): \($0.value)" }
      let form = request.form.map { [""] + Self.lines($0.pairs) } ?? []
      return ["\(request.method) \(url)"] + Self.lines(request.query?.pairs ?? []) + fields
        + form
    }
    switch step.received?.message {
    case .redirect(let redirect):
      let query = (try? Form(decoding: redirect.parts.query ?? ""))?.pairs ?? []
      return [redirect.parts.withoutQueryAndFragment] + Self.lines(query, "?")
        + Self.lines(redirect.fragmentPairs, "#")
    case .response(let response):
      let body = String(decoding: response.body.prefix(4096), as: UTF8.self)
      return [response.statusLine] + response.fields.map { "\($0.name): \($0.value)" } + [""]
        + body.split(separator: "\n").map(\.description)
    case nil: return step.outputs.map { "\($0.name) = \($0.value)" }
    }
  }

  private static func lines(_ pairs: [Form.Pair], _ mark: String = " ") -> [String] {
    pairs.map { $0.name == "#fragment" ? "# \($0.value)" : "  \(mark) \($0.name) = \($0.value)" }
  }

  private static func absence(of number: StepNumber, in flow: FlowDescription) -> String {
    "This flow has no step \(number); its steps are "
      + flow.steps.map(\.description).joined(separator: " and ") + "."
  }
}
