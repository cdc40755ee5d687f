import Attacks
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench session`: what the steps left.
struct SessionCommand: Command {
  private let choices: Choices
  private let surroundings: Surroundings
  private var console: any Console { surroundings.console }
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    self.choices = choices
    self.surroundings = surroundings
    self.style = style
  }

  func run() throws(CommandError) -> ExitCode {
    let file = Run.sessionStore(choices, surroundings)
    guard choices.operands.first == nil else {
      try AtomicFile(path: LedgerFile(beside: file).path).remove()
      try file.remove()
      try console.write("The session is empty.\n")
      console.hint("Next: \(surroundings.program) step 1\n")
      return .done
    }
    let session = try file.read()
    if session.isEmpty {
      try console.write("The session is empty.\n")
      console.hint("Next: \(surroundings.program) step 1\n")
      return .done
    }
    try console.write(text(of: session, path: file.path))
    return .done
  }

  private func text(of session: Session, path: String) -> String {
    let scenario = session.scenario.map { ", scenario \($0)" } ?? ""
    let isLive = session.mode == .live
    let values = session.ordered.map { name, value in
      "  \(style.name(name)) "
        + style.quiet("(\(value.origin.words(step: value.step)))")
        + "\n    \(style.value(shown(value, name, isLive: isLive)))\n"
    }
    let title = "Session \(path): \(session.flow.rawValue), \(session.mode.rawValue)\(scenario)"
    return style.heading(title) + "\n" + values.joined()
  }

  /// What the user brought from a real server is hidden; what was recorded or practised is fake.
  private func shown(_ value: Session.Value, _ name: String, isLive: Bool) -> String {
    let isSecret = [
      "redirect", "code", "access_token", "refresh_token", "code_verifier", "token_parameters",
    ].contains(name)
    guard isSecret, isLive || value.origin == .given && name != "code_verifier",
      !choices.has(.showSecrets)
    else {
      return value.value
    }
    return Placeholder.text(for: name)
  }
}

extension SessionCommand {
  static let name = "session"
  static let description = CommandDescription(
    name: name, operands: ["[reset]"], summary: "show what the steps left, or empty it",
    details: [
      "The session holds the values that one step hands to the next, in "
        + "\(SessionStore.defaultPath), readable by you alone. The client secret is never in it."
    ],
    options: [.showSecrets, .session, .color, .help],
    examples: [
      .init("workbench session", "show it"), .init("workbench session reset", "empty it"),
    ], operandWords: ["reset"])
}
