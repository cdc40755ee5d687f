import Runs
import Terminal
import Transcript

/// `workbench man`: the manual page, for the program `man`.
struct ManCommand: Command {
  static let name = "man"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: [], summary: "print a manual page for man",
    details: ["The page is made of the same texts as the help, in the format man(7)."],
    options: [.help],
    examples: [
      .init(
        "workbench man > ~/.local/share/man/man1/workbench.1", "install it for yourself"),
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
