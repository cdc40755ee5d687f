import Transcript
import RecordedChannels
import Step1CodeVerifier
import Vocabulary

extension Settings {
  /// Puts the settings together.
  ///
  /// - Parameters:
  ///   - invocation: The options.
  ///   - session: What earlier steps left.
  ///   - surroundings: For the client secret and random values.
  ///   - needsSecret: Whether a secret may be asked for.
  /// - Throws: `Complaint` with `usage` for a value that cannot be what it should be.
  init(
    _ invocation: Invocation, session: Session, surroundings: Surroundings, needsSecret: Bool
  ) throws(Complaint) {
    func text(_ option: Option, _ name: String, default standard: String) -> String {
      invocation.value(option) ?? session.values[name]?.value ?? standard
    }
    let scenario = invocation.value(.scenario) ?? session.scenario ?? "granted"
    guard let scenario = Scenario.named(scenario) else {
      throw Complaint(
        .unreadableInput, "The session names a scenario that there is not: \(scenario).",
        next: Advice("Type", "session reset"))
    }
    let type = text(.applicationType, "application_type", default: ApplicationType.server.rawValue)
    let identifier = text(.clientID, "client_id", default: DryRunDefaults.clientID)
    let address = text(.redirectURI, "redirect_uri", default: DryRunDefaults.redirectURI)
    let prompt = invocation.value(.prompt) ?? session.values["prompt"]?.value
    let random = invocation.has(.random) || session.usesRandomValues
    guard !identifier.isEmpty else {
      throw Complaint(
        .usage, "The client id is empty.", next: Advice("Give one with --client-id ID."))
    }
    if scenario.mistake?.parameter == "client_secret", type != ApplicationType.server.rawValue {
      throw Complaint(
        .usage,
        "The scenario \(scenario.name) is about a server application: no other has a secret.",
        next: Advice("Type", "walk --scenario \(scenario.name) --app-type server"))
    }
    let secret = try Self.secret(
      for: ApplicationType(rawValue: type) ?? .server, identifier, surroundings, needsSecret)
    self.scenario = scenario
    self.prompt = prompt.flatMap(Prompt.init)
    server = DryRunDefaults.server
    client = Client(
      identifier: identifier, applicationType: ApplicationType(rawValue: type) ?? .server,
      redirectURI: try Self.redirectURI(address), secret: secret.value)
    scope = Scope(text(.scope, "scope", default: DryRunDefaults.scope))
    hasRealSecret = secret.isReal
    if let given = invocation.value(.verifier) {
      verifierSource = .given(given)
    } else {
      verifierSource =
        random ? .randomOctets(surroundings.randomOctets(32)) : .given(DryRunDefaults.verifier)
    }
    let given = invocation.value(.state) ?? session.values["state"]?.value
    stateOrigin = session.values["state"]?.origin ?? (given == nil && random ? .computed : .given)
    state =
      given.map(State.init)
      ?? (random
        ? State(randomOctets: surroundings.randomOctets(16)) : State(DryRunDefaults.state))
  }

  private static func redirectURI(_ text: String) throws(Complaint) -> RedirectURI {
    do {
      return try RedirectURI(text)
    } catch {
      throw Complaint(
        .usage, "The redirect URI cannot be used: \(error).",
        next: Advice("Give it as it is registered: --redirect-uri \(DryRunDefaults.redirectURI)"))
    }
  }

  /// The client secret: the guide's for the guide's client, else the user's own.
  private static func secret(
    for type: ApplicationType, _ identifier: String, _ surroundings: Surroundings, _ isNeeded: Bool
  ) throws(Complaint) -> (value: ClientSecret?, isReal: Bool) {
    guard type.isConfidential else { return (nil, false) }
    if let secret = surroundings.variable("WORKBENCH_CLIENT_SECRET") {
      return (ClientSecret(secret), true)
    }
    if identifier == DryRunDefaults.clientID {
      return (ClientSecret(DryRunDefaults.clientSecret), false)
    }
    guard isNeeded, surroundings.console.isInteractive else { return (nil, false) }
    surroundings.console.hint("Client secret of \(identifier) (not shown): ")
    let typed = try surroundings.console.readSecret()
    surroundings.console.hint("\n")
    return (typed.map(ClientSecret.init), true)
  }
}
