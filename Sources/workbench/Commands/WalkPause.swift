import Runs
import Terminal
import Transcript
import Vocabulary

/// The wait between two steps of a walk, and what the user can do there.
struct WalkPause {
  let running: Run
  let subject: ReportSubject
  /// The steps so far; the last one has just been shown.
  let steps: [StepReport]
  /// Whether a recording is played, which no step can continue.
  let isReplay: Bool

  /// Whether a walk waits between its steps: at a terminal, unless the options say otherwise.
  static func isWanted(_ choices: Choices, _ surroundings: Surroundings) -> Bool {
    choices.has(.pause) || surroundings.console.isInteractive && !choices.has(.noPause)
  }

  /// Waits until the user wants to continue.
  ///
  /// - Throws: `CommandError` with the exit code 0 if the user wants to stop.
  func wait() throws(CommandError) {
    let (choices, surroundings) = (running.choices, running.surroundings)
    guard running.presentation.showsAsItGoes, Self.isWanted(choices, surroundings) else { return }
    var index = steps.count - 1
    while true {
      let keys = "Return next · e explain every part · c one line · b back · q quit"
      let prompt = running.presentation.renderer.style.wrap(keys, indentation: 0)
      surroundings.console.hint(prompt.joined(separator: "\n") + " ")
      switch key() {
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
      case "q": throw stop()
      case let other: surroundings.console.hint("There is no key '\(other)' here.\n")
      }
    }
  }

  /// The first letter of what the user typed; the end of the input means to quit.
  private func key() -> String {
    guard let line = running.surroundings.console.readLine() else { return "q" }
    return line.drop { $0 == " " }.prefix(1).lowercased()
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

  private func stop() -> CommandError {
    let last = steps.last?.heading.number ?? .before
    let next = subject.flow.steps.first { $0 > last }
    return CommandError(
      .done, "Stopped after step \(last).",
      next: isReplay
        ? nil : next.map { Advice("To continue from here", "step \($0)") })
  }
}
