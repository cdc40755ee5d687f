import Flows
import Transcript
import Vocabulary

extension Advice {
  /// The same advice for a flow: what begins anew, begins with that flow's first step.
  func inFlow(_ flow: Flow) -> Advice {
    guard flow != .usual, let command else { return self }
    if command == "refresh", !flow.about.canRefresh {
      return Advice("This flow brings no refresh token. Get a new token", "walk --mode practice")
        .inFlow(flow)
    }
    if command.contains("--app-type client"), !flow.about.applicationTypes.contains(.client) {
      return Advice(
        "An application without one takes PKCE instead, and asks a user",
        "walk --flow pkce --app-type client")
    }
    if !flow.about.hasUser, command.contains("--scope") {
      return Advice(
        "No scope opens a user's data to an app's own token. Ask a user", "walk --mode practice")
    }
    let words = command.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    let option = " --flow \(flow.rawValue)"
    if words.first == "walk" { return Advice(text, "walk" + option + command.dropFirst(4)) }
    guard words.first == "step", words.count > 1, words[1] == "1",
      let first = flow.about.steps.first
    else { return self }
    let rest = words.count > 2 ? " " + words[2] : ""
    return Advice(text, "step \(first)" + option + rest)
  }
}
