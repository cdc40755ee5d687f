import HTTPMessages
import Vocabulary

/// The requests of a report as curl commands that run without changes.
public enum CurlRenderer {
  /// Returns the commands, each with its step in a comment.
  public static func render(_ report: Report) -> String {
    report.steps.map(step).joined(separator: "\n")
  }

  /// Returns the step's URL or curl command on one line, or `nil` if it sends nothing.
  public static func line(of step: StepReport) -> String? {
    step.sends.map { $0.usesFrontChannel ? $0.url : words(of: $0).joined(separator: " ") }
  }

  private static func step(_ step: StepReport) -> String {
    let heading = "# Step \(step.heading.number): \(step.heading.title)\n"
    guard let request = step.sends else {
      let word = step.received == nil ? "sends nothing" : "reads the response to the previous step"
      return heading + "# This step \(word).\n"
    }
    let hint =
      request.usesFrontChannel
      ? "# Open this URL in a browser. curl would show only the first response.\n"
      : ""
    return heading + hint + command(request)
  }

  private static func command(_ request: HTTPRequest) -> String {
    words(of: request).joined(separator: " \\\n  ") + "\n"
  }

  private static func words(of request: HTTPRequest) -> [String] {
    var words = ["curl --include"]
    if !request.usesFrontChannel { words[0] += " --request \(request.method)" }
    words[0] += " " + ShellQuoting.quote(request.url)
    let hidden = Placeholder.text(for: "client_secret")
    for field in request.fields {
      if field.name == "Authorization", field.value.hasSuffix(hidden) {
        // The secret stays in the environment. The client ID and secret are form-encoded before they are
        // joined (RFC 6749 §2.3.1). curl has no option for that: the variable must contain it encoded.
        let identifier = Form.encode(request.form?.value(of: "client_id") ?? "")
        words.append("--user \(ShellQuoting.quote(identifier + ":"))\"$WORKBENCH_CLIENT_SECRET\"")
      } else {
        words.append("--header \(ShellQuoting.quote("\(field.name): \(field.value)"))")
      }
    }
    if !request.body.isEmpty {
      let body = String(decoding: request.body, as: UTF8.self)
      words.append("--data-raw \(ShellQuoting.quote(body))")
    }
    return words
  }
}
