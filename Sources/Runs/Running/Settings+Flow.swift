package import Flows
package import Recordings
import Transcript
package import Vocabulary

extension Settings {
  /// Options that not every flow has a use for.
  private static var bound: [(option: Option, isOf: (FlowDescription) -> Bool)] {
    [
      (.verifier, \.usesPKCE), (.expiresIn, { $0.redirectCarries == .token }),
      (.clientAuthentication, \.hasTokenRequest), (.tokenParameter, \.hasTokenRequest),
    ]
      + [.redirectURI, .state, .prompt, .parameter, .allow, .deny, .browser].map {
        ($0, \.hasUser)
      }
  }

  /// Whether an option changes anything in a flow.
  package static func hasUse(for option: Option, in flow: Flow) -> Bool {
    bound.allSatisfy { $0.option != option || $0.isOf(flow.about) }
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
    _ text: String?, for flow: Flow, _ mode: Mode, default standard: ApplicationType
  ) throws(CommandError) -> ApplicationType {
    guard let type = text.flatMap(ApplicationType.init) else { return standard }
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

extension Settings {
  /// The flow with these settings, ready to be walked.
  package func grantFlow(_ route: Route) -> any GrantFlow {
    flow.grantFlow.init(
      transaction(with: route),
      FlowChoices(
        verifierSource: verifierSource, lifetime: lifetime, mistake: mistake, ownScope: ownScope))
  }

  /// The transaction with the server of a route; another state is that of an earlier run, or an attacker's.
  package func transaction(with route: Route, state: State? = nil, origin: Origin? = nil)
    -> Transaction
  {
    Transaction(
      server: route.server, client: client, scope: scope, state: state ?? self.state,
      prompt: prompt, origin: origin ?? route.origin)
  }
}

extension Settings {
  /// The scenario's mistake with its value as what it is; `nil` if it makes none.
  package var mistake: DeliberateMistake? {
    guard let mistake = scenario.mistake else { return nil }
    return switch mistake.parameter {
    case "code_verifier": (try? CodeVerifier(mistake.value)).map(DeliberateMistake.otherVerifier)
    case "client_secret": .otherSecret(ClientSecret(mistake.value))
    case "redirect_uri": (try? RedirectURI(mistake.value)).map(DeliberateMistake.otherRedirectURI)
    default: nil
    }
  }
}
