import Runs
import Terminal
import Transcript

/// `workbench help [COMMAND]`: explains all commands, one command, or a topic.
struct HelpCommand: Command {
  static let name = "help"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: ["[COMMAND]"],
    summary: "explain a command or topic, such as json or exit-codes",
    details: [
      "Other topics: live-mode (hidden values and requests), practice-control and practice-tests (tests with "
        + "the practice server)."
    ], options: [.help], examples: [.init("workbench help walk", "explain walk")],
    operandWords: Commands.all.map { $0.name } + HelpTopic.allCases.map(\.rawValue),
    operandKind: "command or topic")

  private let topic: String?
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    topic = choices.operands.first
    self.surroundings = surroundings
    self.style = style
  }

  func run() throws(CommandError) -> ExitCode {
    try surroundings.show(text, through: true)
    return .done
  }

  private var text: String {
    guard let topic else { return HelpText.overview(surroundings.program, style) }
    if let topic = HelpTopic(rawValue: topic) { return topic.text(style) }
    // The parser rejects every other word.
    return Commands.named(topic).map { HelpText.of($0.description, surroundings.program, style) }
      ?? ""
  }
}
