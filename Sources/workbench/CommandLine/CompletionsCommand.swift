import Runs
import Terminal
import Transcript

/// `workbench completions SHELL`: a shell's script, or the words that the script asks for.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: ["SHELL", "[...]"],
    summary: "print completions for bash, zsh or fish",
    details: [
      "The script asks the program at every Tab. To ask it yourself, give the words of a command line after --, "
        + "from the program's name to the unfinished last one, which may be ''. The answer is an offer per line, "
        + "after a line that says whether a file can stand there as well."
    ], options: [.help],
    examples: [
      .init("source <(workbench completions bash)", "for this bash"),
      .init("workbench completions zsh > ~/.zfunc/_workbench", "for zsh"),
      .init(
        "workbench completions fish > ~/.config/fish/completions/workbench.fish", "for fish"),
    ], operandWords: Completions.scripts.map(\.shell), operandKind: "shell",
    operandMeaning: "a shell: bash, zsh or fish")

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
