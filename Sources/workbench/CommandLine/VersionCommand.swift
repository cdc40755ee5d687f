import Runs
import Terminal
import Transcript

/// `workbench version`: prints the same line as `--version`.
struct VersionCommand: Command {
  static let name = "version"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: [], summary: "print the version",
    details: ["--version, -V, and -v print the same line."], options: [.help],
    examples: [.init("workbench version", "print the version")])
  /// The options with the same effect as the command.
  static let options: Set = ["--version", "-V", "-v"]

  /// The line, ending in a line feed.
  static let text = "workbench \(Program.version)\n"

  private let console: any Console

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    console = surroundings.console
  }

  func run() throws(CommandError) -> ExitCode {
    try console.write(Self.text)
    return .done
  }
}
