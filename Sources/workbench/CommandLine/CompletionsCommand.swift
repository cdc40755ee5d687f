import Runs
import Terminal
import Transcript

/// `workbench completions SHELL`: prints a shell's script, or the suggestions that it requests.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: ["SHELL", "[...]"],
    summary: "print completions for bash, zsh, or fish",
    details: [
      "The script asks the program each time you press Tab. To ask it yourself, put a command line after --, "
        + "from the program's name to the unfinished word, or ''. The first line of the output is files if a file "
        + "is also valid, otherwise words. Every other line is a suggestion."
    ], options: [.help],
    examples: [
      .init("source <(workbench completions bash)", "in the current bash"),
      .init("workbench completions zsh > ~/.zfunc/_workbench", "for zsh"),
      .init(
        "workbench completions fish > ~/.config/fish/completions/workbench.fish", "for fish"),
    ], operandWords: Completions.scripts.map(\.shell), operandKind: "shell",
    operandMeaning: "a shell: bash, zsh, or fish")

  private let shell: String
  private let line: [String]
  private let console: any Console

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    shell = choices.operands.first ?? ""
    line = Array(choices.operands.dropFirst())
    console = surroundings.console
  }

  func run() throws(CommandError) -> ExitCode {
    let script = Completions.scripts.first { $0.shell == shell }?.text ?? ""
    try console.write(line.isEmpty ? script : Completions(line: line).text)
    return .done
  }
}
