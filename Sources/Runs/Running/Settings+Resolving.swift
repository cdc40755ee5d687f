import Flows
import Recordings
import Step1CodeVerifier
import Terminal
import Transcript
package import Vocabulary

extension Settings {
  /// Puts the settings together.
  ///
  /// - Parameters:
  ///   - choices: The options.
  ///   - session: What earlier steps left.
  ///   - surroundings: For the client secret and random values.
  ///   - needsSecret: Whether a secret may be asked for.
  ///   - needsScope: Whether a scope must be known, as it need not be in step 1.
  ///   - replay: The recording that is played; `nil` if none is.
  /// - Throws: `CommandError` with `usage` for options that do not fit together, and with `unreadableInput` for a
  ///   value that breaks the grammar of its parameter: nothing was sent or printed then.
  package init(
    _ choices: Choices, session: Session, surroundings: Surroundings, needsSecret: Bool,
    needsScope: Bool = true, replay: Replay? = nil
  ) throws(CommandError) {
    func text(_ option: Option, _ name: String, default standard: String) -> String {
      choices.value(option) ?? session.values[name]?.value ?? standard
    }
    let defaults =
      replay?.defaults ?? Defaults.of(session.mode, server: session.server)
    if session.mode != .dryRun, choices.has(.scenario) {
      throw CommandError(
        .usage,
        "A scenario is a recorded case, and in \(session.mode.rawValue) mode a server answers.",
        next: Advice("Leave out --scenario or --mode \(session.mode.rawValue)."))
    }
    let flow = session.flow
    try Self.checkPracticeOptions(choices, session.mode, flow)
    try Self.checkOptions(choices, of: flow)
    try Self.checkLiveOptions(choices, session.mode, flow)
    let scenario = try Self.scenario(
      choices.value(.scenario) ?? session.scenario ?? "granted", in: flow,
      isTyped: choices.has(.scenario))
    let applicationType = try Self.applicationType(
      choices.value(.applicationType) ?? session.values["application_type"]?.value,
      for: flow, session.mode, default: session.usualType(at: defaults.server))
    let identifier = text(.clientID, "client_id", default: defaults.clientID(applicationType))
    let address = text(.redirectURI, "redirect_uri", default: defaults.redirectURI)
    let random = choices.has(.random) || session.usesRandomValues
    guard !identifier.isEmpty else {
      throw Self.missingClient(choices, session.mode, defaults.server)
    }
    if scenario.mistake?.parameter == "client_secret", applicationType != .server {
      throw CommandError(
        .usage,
        "The scenario \(scenario.name) is about a server application: no other has a secret.",
        next: Suggestion("Type", .recorded, "--scenario \(scenario.name) --app-type server")
          .advice(in: RunPlace(flow: flow, mode: session.mode)))
    }
    let additions = try RequestAdditions(choices, session, flow, applicationType)
    let server = try additions.added(to: defaults.server)
    if session.mode == .live {
      try Self.checkSupport(
        server, flow, applicationType, isMethodGiven: additions.clientAuthentication != nil)
    }
    try Self.checkCharacters(of: identifier, as: "client ID")
    // A real secret has no place in a replay, where placeholders stand for all of them.
    let isAsked = needsSecret && server.clientAuthentication != .none
    let secret = try Self.secret(
      for: applicationType, identifier, defaults, surroundings, isAsked, isReplay: replay != nil)
    if needsSecret, session.values["application_type"] == nil {
      Self.hintAtUnusedSecret(of: applicationType, flow, session.mode, surroundings)
    }
    try Self.checkCharacters(of: secret.value?.value, as: "client secret")
    self.flow = flow
    self.scenario = scenario
    let seconds = choices.value(.expiresIn) ?? session.values["requested_lifetime"]?.value
    lifetime = seconds.flatMap { Int($0) }.flatMap(ImplicitLifetime.init) ?? .oneDay
    prompt = try Self.prompt(choices, session)
    mode = session.mode
    self.server = server
    client = Client(
      identifier: identifier, applicationType: applicationType,
      redirectURI: try Self.redirectURI(address, such: defaults.redirectURI),
      secret: secret.value)
    let scopes = try Self.scopes(
      choices, session, defaults, server, isNeeded: needsScope && flow.about.hasUser)
    (scope, ownScope) = (scopes.scope, flow.about.hasUser ? nil : scopes.given)
    hasRealSecret = secret.isReal
    if let given = choices.value(.verifier) {
      try Self.check(verifier: given, RunPlace(choices, flow, session.mode))
      verifierSource = .given(given)
    } else {
      let standard = random ? nil : defaults.verifier
      verifierSource = standard.map { .given($0) } ?? .randomOctets(surroundings.randomOctets(32))
    }
    let given = choices.value(.state) ?? session.values["state"]?.value
    guard given != "" else {
      throw CommandError(
        .unreadableInput, "The state is empty, and protects nothing.",
        next: Advice("Leave it to the workbench: leave out --state."))
    }
    try Self.checkCharacters(of: given, as: "state")
    let standard = random ? nil : defaults.state
    stateOrigin =
      session.values["state"]?.origin ?? (given == nil && standard == nil ? .computed : .given)
    state =
      (given ?? standard).map(State.init) ?? State(randomOctets: surroundings.randomOctets(16))
  }

  /// RFC 6749 Appendix A.1, A.2 and A.5: printable characters of ASCII only.
  private static func checkCharacters(
    of value: String?, as name: String
  ) throws(CommandError) {
    guard let value, let odd = value.first(where: { !Grammar.isVisible(String($0)) }) else {
      return
    }
    throw CommandError(
      .unreadableInput, "The \(name) has a character that is not allowed: \(odd.harmlessName).",
      next: Advice("Check for what was pasted with it, such as a line break."))
  }

  /// RFC 7636 §4.1: 43 to 128 unreserved characters.
  static func check(verifier: String, _ run: RunPlace) throws(CommandError) {
    do { _ = try CodeVerifier(verifier) } catch {
      throw CommandError(
        .unreadableInput, "The code verifier cannot be used: \(error).",
        next: Suggestion("Leave the verifier to the workbench", .start).advice(in: run))
    }
  }

  /// A user who decides, and a browser, belong to practice mode.
  private static func checkPracticeOptions(
    _ choices: Choices, _ mode: Mode, _ flow: Flow
  ) throws(CommandError) {
    if choices.has(.allow), choices.has(.deny) {
      throw CommandError(
        .usage, "--allow and --deny exclude each other.", next: Advice("Give one of them."))
    }
    if choices.has(.random), choices.has(.verifier) {
      throw CommandError(
        .usage, "--random and --verifier exclude each other.", next: Advice("Give one of them."))
    }
    for option in [Option.allow, .deny, .browser]
    where mode != .practice && choices.has(option) {
      throw CommandError(
        .usage,
        mode == .live
          ? "In live mode the user decides in the browser: \(option.name) is for practice mode."
          : "The option \(option.name) needs a server that answers.",
        next: Self.practiceAdvice(option, choices).advice(
          in: RunPlace(flow: flow, mode: .practice)))
    }
  }

  /// How to use an option of practice mode where another mode was chosen.
  private static func practiceAdvice(_ option: Option, _ choices: Choices) -> Suggestion {
    // The values of another mode are no good in this one, so that its first step comes first.
    choices.operands.isEmpty
      ? Suggestion("Type", .practice, option.words(nil))
      : Suggestion("Begin in practice mode, and give \(option.name) to step 3", .start)
  }

  /// A redirect URI that can be registered.
  ///
  /// - Throws: `CommandError` with `unreadableInput` for any other text.
  package static func redirectURI(
    _ text: String, such example: String = Defaults.dryRun.redirectURI
  ) throws(CommandError) -> RedirectURI {
    do {
      return try RedirectURI(text)
    } catch {
      throw CommandError(
        .unreadableInput, "The redirect URI cannot be used: \(error).",
        next: Advice("Give it as it is registered: --redirect-uri \(example)"))
    }
  }

  /// The client secret: the user's own, or the published one of a client that has one.
  private static func secret(
    for type: ApplicationType, _ identifier: String, _ defaults: Defaults,
    _ surroundings: Surroundings, _ isNeeded: Bool, isReplay: Bool
  ) throws(CommandError) -> (value: ClientSecret?, isReal: Bool) {
    guard type.isConfidential else { return (nil, false) }
    guard !isReplay else { return (defaults.clientSecret(identifier), false) }
    if let secret = surroundings.variable("WORKBENCH_CLIENT_SECRET") {
      return (ClientSecret(secret), true)
    }
    if let secret = defaults.clientSecret(identifier) { return (secret, false) }
    guard isNeeded, surroundings.console.isInteractive else { return (nil, false) }
    surroundings.console.hint("Client secret of \(identifier) (not shown): ")
    let typed = try surroundings.console.readSecret()
    surroundings.console.hint("\n")
    return (typed.map(ClientSecret.init), true)
  }
}
