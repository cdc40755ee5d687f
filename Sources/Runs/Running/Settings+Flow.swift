import Flows
package import Recordings
import Transcript
package import Vocabulary

extension Settings {
  /// Options that not every flow has a use for.
  private static var bound: [(option: Option, isOf: (FlowDescription) -> Bool)] {
    [(.verifier, \.usesPKCE), (.expiresIn, { $0.redirectCarries == .token })]
      + [.scope, .redirectURI, .state, .prompt, .allow, .deny, .browser].map { ($0, \.hasUser) }
  }

  /// Refuses an option that would change nothing.
  package static func checkOptions(_ choices: Choices, of flow: Flow) throws(CommandError) {
    for (option, isOf) in bound where choices.has(option) && !isOf(flow.about) {
      let other = Flow.allCases.first { isOf($0.about) } ?? .usual
      throw CommandError(
        .usage, "The option \(option.name) means nothing in the flow \(flow.rawValue).",
        next: Advice("Leave it out, or take another flow: --flow \(other.rawValue)"))
    }
  }

  /// The application type, if the flow is for it.
  package static func applicationType(
    _ text: String?, for flow: Flow, _ mode: Mode
  ) throws(CommandError) -> ApplicationType {
    guard let type = text.flatMap(ApplicationType.init) else {
      return flow.about.applicationTypes[0]
    }
    guard flow.about.applicationTypes.contains(type) else {
      throw CommandError(
        .usage,
        "The flow \(flow.rawValue) is not for an application of type \(type.rawValue). "
          + "\(flow.about.restriction.text) (\(flow.about.restriction.reference.text))",
        next: Suggestion(
          "Type", .walk, "--app-type \(flow.about.applicationTypes[0].rawValue)"
        ).advice(in: RunPlace(flow: flow, mode: mode)))
    }
    return type
  }

  /// The recorded case of a name in a flow; one that the user did not type now, the session has.
  package static func scenario(
    _ name: String, in flow: Flow, isTyped: Bool
  ) throws(CommandError) -> Scenario {
    if let scenario = Scenario.named(name, in: flow) { return scenario }
    guard isTyped else {
      throw CommandError(
        .unreadableInput, "The session names a scenario that there is not: \(name).",
        next: Advice("Type", "session reset"))
    }
    let names = Scenario.of(flow).map(\.name).joined(separator: ", ")
    throw CommandError(
      .usage, "The flow \(flow.rawValue) has no scenario \(name). It has: \(names).",
      next: Advice("All of them, by flow", "scenarios"))
  }
}
