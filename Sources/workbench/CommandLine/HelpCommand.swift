import Runs
import Terminal
import Transcript

/// `workbench help [COMMAND]`: all commands, one of them, or a topic.
struct HelpCommand: Command {
  static let name = "help"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: ["[COMMAND]"],
    summary: "explain a command, or: help json, help exit-codes",
    details: [
      "What live mode hides and how it sends requests: help live-mode.",
      "For tests with the practice server: help practice-control, help practice-tests.",
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
    // The parser lets no other word through.
    return Commands.named(topic).map { HelpText.of($0.description, surroundings.program, style) }
      ?? ""
  }
}
