import Terminal
import Transcript

/// `workbench attack`: an attack without the defence, and with it.
struct AttackCommand {
  private let attack: Attack
  private let isJSON: Bool
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle) throws(Complaint)
  {
    guard let attack = invocation.operands.first.flatMap(Attack.init) else {
      throw Complaint(
        .usage, "There is no such attack.", next: Advice("Type", "help attack"))
    }
    self.attack = attack
    isJSON = invocation.value(.attackFormat) == "json"
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
