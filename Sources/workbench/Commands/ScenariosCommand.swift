import Flows
import Recordings
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench scenarios`: lists the recorded scenarios.
struct ScenariosCommand: Command {
  static let name = "scenarios"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: [], summary: "list the recorded scenarios",
    details: ["Each name is a value for --scenario."], options: [.color, .help],
    examples: [.init("workbench scenarios", "all, one per line")])

  private let console: any Console
  private let program: String
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    console = surroundings.console
    program = surroundings.program
    self.style = style
  }

  func run() throws(CommandError) -> ExitCode {
    try console.write(text)
    return .done
  }

  private var text: String {
    Flow.allCases.map { flow in
      style.wrap(
        "\(flow.about.title) (--flow \(flow.rawValue))", indentation: 0, paint: style.heading
      ).joined(separator: "\n") + "\n"
        + HelpText.table(Scenario.of(flow).map { ($0.name, $0.summary) }, style) + "\n"
    }.joined()
      + "Try one\n  \(program) walk --scenario denied\n"
      + "  \(program) walk --flow code --scenario wrong-secret\n"
  }
}
