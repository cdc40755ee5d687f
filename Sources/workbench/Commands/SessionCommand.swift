import Attacks
import Lessons
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench session [reset]`: shows or clears the values that the steps saved.
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
    let store = Run.sessionStore(choices, surroundings)
    if choices.operands.first != nil {
      try AtomicFile(path: LedgerFile(nextTo: store).path).remove()
      try LessonMark(nextTo: store).remove()
      try store.remove()
    }
    let progress = try Progress(in: store, surroundings)
    let session = progress.session
    let content =
      session.isEmpty ? "The session is empty.\n" : text(of: session, path: store.path)
    let lesson = progress.lesson.map {
      "Last lesson: \($0.number.map(String.init) ?? $0.name)\n"
    }
    try console.write(content + (lesson ?? ""))
    let next = progress.next.advice(in: progress.place).command
    if let next, next != Self.name { surroundings.hint(Advice("Next", next)) }
    return .done
  }

  private func text(of session: Session, path: String) -> String {
    let scenario = session.scenario.map { ", scenario \($0)" } ?? ""
    let isLive = session.mode == .live
    let values = session.ordered.map { name, value in
      let origin = "(\(value.origin.words(step: value.step)))"
      let isNarrow = 3 + name.count + origin.count > style.width
      return "  \(style.name(name))" + (isNarrow ? "\n  " : " ") + style.quiet(origin)
        + "\n    \(style.value(shown(value, name, isLive: isLive)))\n"
    }
    let title = "Session \(path): \(session.flow.rawValue), \(session.mode.rawValue)\(scenario)"
    // The path may be copied, so only a narrow terminal wraps the line.
    let heading =
      style.width < 60
      ? style.wrap(title, indentation: 0, paint: style.heading).joined(separator: "\n")
      : style.heading(title)
    return heading + "\n" + values.joined()
  }

  /// Returns a value, or a placeholder if it may be real; recorded and practice values are fake.
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
    name: name, group: .tryOut, operands: ["[reset]"], summary: "show the session, or clear it",
    details: [
      "The steps pass values to each other in \(SessionStore.defaultPath), which only you can read. It never "
        + "contains the client secret."
    ],
    options: [.showSecrets, .session, .color, .help],
    examples: [
      .init("workbench session", "show it"), .init("workbench session reset", "clear it"),
    ], operandWords: ["reset"], operandKind: "subcommand")
}
