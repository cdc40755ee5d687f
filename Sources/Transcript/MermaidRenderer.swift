import HTTPMessages
import Vocabulary

/// The report as a Mermaid sequence diagram of this very run.
public enum MermaidRenderer {
  /// The diagram's source.
  public static func render(_ report: Report) -> String {
    var lines = ["sequenceDiagram", "  participant App"]
    if report.subject.flow.steps.contains(2) { lines.append("  participant Browser") }
    lines.append(
      "  participant Server as \(escape(report.subject.server)), authorization server")
    for step in report.steps {
      let isLast = step.heading.number == report.failure?.step
      lines += Self.lines(of: step, stopped: isLast)
    }
    if let failure = report.failure {
      lines.append(
        "  Note over App: stopped in step \(failure.step)<br/>\(escape(failure.message))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of step: StepReport, stopped: Bool) -> [String] {
    let number = step.heading.number
    if let request = step.sends { return self.lines(of: request, number) }
    if let received = step.received { return self.lines(of: received.message, step, number) }
    let names = stopped ? "stopped" : "code_verifier (kept), code_challenge"
    return ["  Note over App: \(number) \(escape(step.heading.title))<br/>\(names)"]
  }

  private static func lines(of request: HTTPRequest, _ number: Int) -> [String] {
    let path = escape(URLParts(request.url).path)
    guard request.usesFrontChannel else {
      let fields = request.fields.filter { $0.name == "Authorization" }.map(\.name)
      let names = fields + (request.form?.pairs.map(\.name) ?? [])
      return ["  App->>Server: \(number) \(request.method) \(path)<br/>\(list(names))"]
    }
    let names = request.query?.pairs.map(\.name) ?? []
    return [
      "  App->>Browser: \(number) open the authorization request",
      "  Browser->>Server: GET \(path)<br/>\(list(names))",
    ]
  }

  private static func lines(
    of message: ReceivedMessage, _ step: StepReport, _ number: Int
  ) -> [String] {
    switch message {
    case .redirect(let redirect):
      let query = (try? Form(decoding: redirect.parts.query ?? ""))?.pairs.map(\.name) ?? []
      let fragment = redirect.fragmentPairs.map(\.name).filter { $0 != "#fragment" }
      let names = list(query) + (fragment.isEmpty ? "" : "behind the #35;: " + list(fragment))
      let status = redirect.status.map { "\($0) " } ?? ""
      return [
        "  Server-->>Browser: \(status)redirect<br/>\(names)",
        "  Browser->>App: \(number) \(escape(URLParts(redirect.url).path))<br/>\(names)",
      ]
    case .response(let response):
      let names = step.outputs.filter { $0.seenBy != nil }.map(\.name)
      return ["  Server-->>App: \(number) status \(response.status)<br/>\(list(names))"]
    }
  }

  private static func list(_ names: [String]) -> String {
    escape(names.joined(separator: ", "))
  }

  /// Characters that mean something to Mermaid, as its entity codes.
  private static func escape(_ text: String) -> String {
    Harmless.line(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "#", ";", "<", ">", "\"": escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
