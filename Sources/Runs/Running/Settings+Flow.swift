package import Flows
package import Recordings
import Transcript
package import Vocabulary

extension Settings {
  /// The options that only some flows use.
  private static var bound: [(option: Option, isOf: (FlowDescription) -> Bool)] {
    [
      (.verifier, \.usesPKCE), (.expiresIn, { $0.redirectCarries == .token }),
      (.clientAuthentication, \.hasTokenRequest), (.tokenParameter, \.hasTokenRequest),
    ]
      + [.redirectURI, .state, .prompt, .parameter, .allow, .deny, .browser].map {
        ($0, \.hasUser)
      }
  }

  /// Whether an option has an effect in a flow.
  package static func hasUse(for option: Option, in flow: Flow) -> Bool {
    bound.allSatisfy { $0.option != option || $0.isOf(flow.about) }
  }

  /// Checks that each option has an effect in the flow.
  package static func checkOptions(_ choices: Choices, of flow: Flow) throws(CommandError) {
    for (option, isOf) in bound where choices.has(option) && !isOf(flow.about) {
      let other = Flow.allCases.first { isOf($0.about) } ?? .usual
      throw CommandError(
        .usage, "\(option.name) has no effect in the flow \(flow.rawValue).",
        next: Advice("Leave it out, or use another flow: --flow \(other.rawValue)"))
    }
  }

  /// Returns the application type if the flow permits it.
  package static func applicationType(
    _ text: String?, for flow: Flow, _ mode: Mode, default standard: ApplicationType
  ) throws(CommandError) -> ApplicationType {
    guard let type = text.flatMap(ApplicationType.init) else { return standard }
    guard flow.about.applicationTypes.contains(type) else {
      let permitted = flow.about.applicationTypes.map(\.rawValue)
      throw CommandError(
        .usage,
        "The flow \(flow.rawValue) requires an application of type "
          + "\(permitted.joined(separator: " or ")). \(flow.about.restriction.text) "
          + "(\(flow.about.restriction.reference.text))",
        next: Suggestion("Use that type", .walk, "--app-type \(permitted[0])")
          .advice(in: RunPlace(flow: flow, mode: mode)))
    }
    return type
  }

  /// Returns the scenario of a flow with a name, which comes from the user or from the session.
  package static func scenario(
    _ name: String, in flow: Flow, isTyped: Bool
  ) throws(CommandError) -> Scenario {
    if let scenario = Scenario.named(name, in: flow) { return scenario }
    guard isTyped else {
      throw CommandError(
        .unreadableInput, "The session names an unknown scenario: \(name).",
        next: Advice("Clear the session", "session reset"))
    }
    let names = Scenario.of(flow).map(\.name).joined(separator: ", ")
    throw CommandError(
      .usage, "The flow \(flow.rawValue) has no scenario \(name). It has: \(names).",
      next: Advice("To list all scenarios by flow", "scenarios"))
  }
}

extension Settings {
  /// Returns the flow with these settings.
  package func grantFlow(_ route: Route) -> any GrantFlow {
    flow.grantFlow.init(
      transaction(with: route),
      FlowChoices(
        verifierSource: verifierSource, lifetime: lifetime, mistake: mistake, ownScope: ownScope))
  }

  /// Returns the transaction with the server of a route.
  ///
  /// A given state replaces that of the settings. It comes from an earlier run or from an attacker.
  package func transaction(with route: Route, state: State? = nil, origin: Origin? = nil)
    -> Transaction
  {
    Transaction(
      server: route.server, client: client, scope: scope, state: state ?? self.state,
      prompt: prompt, origin: origin ?? route.origin)
  }
}

extension Settings {
  /// The scenario's mistake with its typed value, or `nil` if it makes none.
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
