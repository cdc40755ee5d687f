import ClientCheck
import Runs
import Terminal
import Transcript

/// `workbench starter`: prints a client with gaps, to fill in until `check` passes.
struct StarterCommand: Command {
  private let starter: Starter
  private let surroundings: Surroundings

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) throws(CommandError) {
    guard let starter = choices.operands.first.flatMap(Starter.init) else {
      throw CommandError(.usage, "Unknown language.", next: Advice("See", "help starter"))
    }
    self.starter = starter
    self.surroundings = surroundings
  }

  func run() throws -> ExitCode {
    try surroundings.console.write(starter.text)
    surroundings.console.hint(
      "\nStore it as \(starter.fileName), and fill in TODO 1. Then:\n"
        + (starter.build.map { "  \($0)\n" } ?? "")
        + "  \(surroundings.program) check -- \(starter.command)\n")
    return .done
  }
}

extension StarterCommand {
  static let name = "starter"
  static let description = CommandDescription(
    name: name, group: .prove, operands: ["LANGUAGE"],
    summary: "print a client with gaps to fill in",
    details: [
      "The client uses only the standard library of its language. Fill in one gap after the other; check names "
        + "the next one."
    ],
    options: [.color, .help],
    examples: [
      .init("workbench starter python > client.py", "store the client"),
      .init("workbench check -- python3 client.py", "check it"),
    ],
    operandWords: Starter.allCases.map(\.rawValue), operandKind: "language",
    operandMeaning: "a language: python, javascript, or go")
}
