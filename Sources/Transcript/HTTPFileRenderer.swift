import HTTPMessages
import Vocabulary

/// The requests of a report as an `.http` file for the REST clients of VS Code and JetBrains.
public enum HTTPFileRenderer {
  /// Returns the file: requests separated by `###`, everything else as comments.
  public static func render(_ report: Report) -> String {
    let opening =
      "# \(report.subject.flow.title), \(report.subject.server), \(report.subject.mode.rawValue)\n"
    return opening + report.steps.map(step).joined()
  }

  private static func step(_ step: StepReport) -> String {
    let heading = "Step \(step.heading.number): \(step.heading.title)"
    guard let request = step.sends else {
      let word = step.received == nil ? "sends nothing" : "reads the response to the previous step"
      // Without its own separator, the comment would belong to the body above.
      return "\n### \(heading)\n# This step \(word).\n"
    }
    let hint = request.usesFrontChannel ? "# The user's browser sends this request.\n" : ""
    let fields = request.fields.map { "\($0.name): \(Harmless.line($0.value))\n" }.joined()
    let body = String(decoding: request.body, as: UTF8.self)
    return """

      ### \(heading)
      \(hint)\(request.method) \(Harmless.line(request.url))
      \(fields)\(body.isEmpty ? "" : "\n" + Harmless.lines(body) + "\n")
      """
  }
}
