import Runs
import Terminal
import Transcript

/// `workbench completions SHELL`: what a shell needs to complete a command line.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: ["SHELL"],
    summary: "print completions for bash, zsh or fish",
    details: [], options: [.help],
    examples: [
      .init("source <(workbench completions bash)", "for this bash"),
      .init("workbench completions zsh > ~/.zfunc/_workbench", "for zsh"),
      .init(
        "workbench completions fish > ~/.config/fish/completions/workbench.fish", "for fish"),
    ], operandWords: ["bash", "zsh", "fish"], operandKind: "shell",
    operandMeaning: "a shell: bash, zsh or fish")

  private let shell: String
  private let console: any Console

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    shell = choices.operands.first ?? ""
    console = surroundings.console
  }

  func run() throws(CommandError) -> ExitCode {
    try console.write(Completions.script(for: shell))
    return .done
  }
}
