import Attacks
import Runs
import Terminal
import Transcript

/// `workbench attack NAME`: runs an attack with and without its defense.
struct AttackCommand: Command {
  private let attack: Attack
  private let isJSON: Bool
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle)
    throws(CommandError)
  {
    guard let attack = choices.operands.first.flatMap(Attack.init) else {
      throw CommandError(
        .usage, "Unknown attack.", next: Advice("See", "help attack"))
    }
    self.attack = attack
    isJSON = choices.value(.attackFormat) == "json"
    self.surroundings = surroundings
    self.style = style
  }

  func run() async throws -> ExitCode {
    let report = try await attack.report(surroundings)
    try surroundings.console.write(
      isJSON
        ? AttackRenderer.json(report)
        : AttackRenderer.text(report, program: surroundings.program, style))
    return .done
  }
}

extension AttackCommand {
  static let name = "attack"
  static let description = CommandDescription(
    name: name, group: .see, isFeatured: true, operands: ["NAME"],
    summary: "run an attack with and without its defense",
    details: Attack.allCases.map { "\($0.rawValue): \($0.summary)." } + [
      "Each runs against a practice server in this process. It shows every action in order, and "
        + "the one check that makes the difference."
    ],
    options: [.attackFormat, .color, .help],
    examples: Attack.allCases.map { .init("workbench attack \($0.rawValue)", $0.summary) },
    operandWords: Attack.allCases.map(\.rawValue),
    operandMeanings: .init(
      uniqueKeysWithValues: Attack.allCases.map { ($0.rawValue, $0.summary) }),
    operandKind: "attack",
    operandMeaning: "a name: interception, csrf, or leak")
}
