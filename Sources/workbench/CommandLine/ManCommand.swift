import Runs
import Terminal
import Transcript

/// `workbench man`: prints the manual page for the program `man`.
struct ManCommand: Command {
  static let name = "man"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: [], summary: "print a manual page for man",
    details: ["The page contains the texts of the help, in man(7) format."],
    options: [.help],
    examples: [
      .init(
        "workbench man > ~/.local/share/man/man1/workbench.1", "install it for this user"),
      .init("workbench man > workbench.1 && man ./workbench.1", "read it"),
    ])

  private let console: any Console

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    console = surroundings.console
  }

  func run() throws(CommandError) -> ExitCode {
    try console.write(ManPage.text)
    return .done
  }
}
