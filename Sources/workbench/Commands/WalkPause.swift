import Runs
import Terminal
import Transcript
import Vocabulary

/// The pause between two steps of a walk, and its keys.
struct WalkPause {
  let running: Run
  let subject: ReportSubject
  /// The steps so far; the last one was just shown.
  let steps: [StepReport]
  /// Whether this is a replay, which single steps cannot continue.
  let isReplay: Bool

  /// Returns whether a walk waits between its steps: on a terminal, unless options differ.
  static func isWanted(_ choices: Choices, _ surroundings: Surroundings) -> Bool {
    choices.has(.pause) || surroundings.console.isInteractive && !choices.has(.noPause)
  }

  /// Waits until the user has read the introduction.
  ///
  /// - Throws: `CommandError` with the exit code 0 if the user wants to stop.
  func waitToStart() throws(CommandError) {
    guard waits else { return }
    running.surroundings.console.hint("\nReturn start · q quit ")
    guard (running.surroundings.console.readKey() ?? "q").lowercased() == "q" else { return }
    throw CommandError(.done, "Stopped before the first step.")
  }

  private var waits: Bool {
    running.presentation.showsAsItGoes && Self.isWanted(running.choices, running.surroundings)
  }

  /// Waits until the user wants to continue.
  ///
  /// - Throws: `CommandError` with the exit code 0 if the user wants to stop.
  func wait() throws(CommandError) {
    guard waits else { return }
    let surroundings = running.surroundings
    var index = steps.count - 1
    while true {
      let keys = "Return next · e explain every part · c one line · b back · q quit"
      let prompt = running.presentation.renderer.style.wrap(keys, indentation: 0)
      surroundings.console.hint(prompt.joined(separator: "\n") + " ")
      switch surroundings.console.readKey().map({ $0.lowercased() }) ?? "q" {
      case "":
        guard index < steps.count - 1 else { return }
        index += 1
        try show(index)
      case "e": try show(index, detail: .full)
      case "c": try surroundings.console.write(line(index) + "\n")
      case "b" where index > 0:
        index -= 1
        try show(index)
      case "b": surroundings.console.hint("This is the first step.\n")
      // After the last step there is nothing to stop. After a failure, its reason follows.
      case "q" where isAtEnd: return
      case "q": throw stop()
      case let other: surroundings.console.hint("Unknown key '\(other)'.\n")
      }
    }
  }

  private func show(
    _ index: Int, detail: TextRenderer.Detail? = nil
  ) throws(CommandError) {
    try running.presentation.show(
      steps[index], in: subject, after: steps[..<index], detail: detail)
  }

  private func line(_ index: Int) -> String {
    running.presentation.line(of: steps[index], after: steps[..<index])
      ?? "Step \(steps[index].heading.number) sends no request."
  }

  private var isAtEnd: Bool {
    steps.last?.hasFailed == true || steps.last?.heading.number == subject.flow.steps.last
  }

  private func stop() -> CommandError {
    let last = steps.last?.heading.number ?? .before
    let next = subject.flow.steps.first { $0 > last }
    return CommandError(
      .done, "Stopped after step \(last).",
      next: isReplay
        ? nil : next.map { Advice("To continue from here", "step \($0)") })
  }
}
