import HTTPMessages
import Vocabulary

extension Comparison {
  /// Returns the values and the channel of each of the five steps.
  static func stages(_ evidence: [FlowEvidence]) -> Section {
    let titles = [
      "Code verifier", "Authorization request", "Authorization response", "Token request",
      "Token response",
    ]
    let rows = zip(StepNumber.five, titles).map { number, title in
      row("\(number) \(title)", evidence) { evidence in
        let step = evidence.report.steps.first { $0.heading.number == number }
        return Cell(run: step.map(items) ?? [])
      }
    }
    return Section(title: "What is sent, step by step", rows: rows)
  }

  /// Returns the channel of a step, and the names of its values.
  private static func items(of step: StepReport) -> [String] {
    if let request = step.sends {
      guard !request.usesFrontChannel else {
        return ["through the browser", list(request.query?.pairs.map(\.name) ?? [])]
      }
      let fields = request.fields.filter { $0.name == "Authorization" }
        .map { "\($0.name) header field" }
      return ["directly", list(fields + (request.form?.pairs.map(\.name) ?? []))]
    }
    switch step.received?.message {
    case .redirect(let redirect):
      let query = (try? Form(decoding: redirect.parts.query ?? ""))?.pairs.map(\.name) ?? []
      let fragment = redirect.fragmentPairs.map(\.name).filter { $0 != "#fragment" }
      return ["through the browser"] + (query.isEmpty ? [] : ["in the query: " + list(query)])
        + (fragment.isEmpty ? [] : ["in the fragment: " + list(fragment)])
    case .response:
      return ["directly", list(step.outputs.filter { $0.seenBy != nil }.map(\.name))]
    case nil:
      let kept = step.outputs.filter { ["code_verifier", "code_challenge"].contains($0.name) }
      return ["nothing is sent", "created by the client: " + list(kept.map(\.name))]
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
