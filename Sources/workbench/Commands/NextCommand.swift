import HTTPMessages
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench next`: runs the command that the overview names.
struct NextCommand: Command {
  private let choices: Choices
  private let surroundings: Surroundings
  private let style: TextStyle
  private let progress: Progress

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) throws(CommandError) {
    self.choices = choices
    self.surroundings = surroundings
    self.style = style
    progress = try Progress(in: Run.sessionStore(choices, surroundings), surroundings)
  }

  func run() async throws -> ExitCode {
    let command = progress.next.advice(in: progress.place).command ?? WalkCommand.name
    var words = ShellQuoting.words(command)
    let type = try Invocation(parsing: words).command
    if type.description.options.contains(.session), let path = choices.value(.session) {
      words.insert(contentsOf: [Option.session.name, path], at: 1)
    }
    let typed = words.map(ShellQuoting.word).joined(separator: " ")
    // In live mode, exactly the commands with a transcript send requests.
    if progress.session.mode == .live, type.description.options.contains(.format) {
      guard try isWanted(typed) else { return .done }
    } else {
      surroundings.console.hint("Running: \(surroundings.program) \(Harmless.line(typed))\n\n")
    }
    let invocation = try Invocation(parsing: words)
    return try await invocation.command.init(invocation.choices, surroundings, style).run()
  }

  /// Asks whether to run a command that sends a request to a real server.
  private func isWanted(_ command: String) throws(CommandError) -> Bool {
    guard surroundings.console.isInteractive else {
      let name = (progress.session.server ?? .fitbit).name
      throw CommandError(
        .usage,
        "The next command may send a request to \(name). You cannot confirm it here, because "
          + "input or output is not a terminal.", next: Advice("Type", command))
    }
    surroundings.console.hint(
      "Next: \(surroundings.program) \(Harmless.line(command))\nRun it? [Return/q] ")
    // The end of the input means no, as between the steps of a walk.
    return surroundings.console.readLine()?.isEmpty ?? false
  }
}

extension NextCommand {
  static let name = "next"
  static let description = CommandDescription(
    name: name, group: .see, operands: [], summary: "run the next command",
    details: [
      "Runs the next step or the next lesson, based on the session and your last lesson. After a "
        + "failure, it starts again. It prints the command first. To see the command without "
        + "running it, run workbench without arguments.",
      "In live mode, it asks first.",
    ],
    options: [.session, .color, .help],
    examples: [
      .init("workbench", "see where you are, and the next command"),
      .init("workbench next", "run it"),
    ])
}
