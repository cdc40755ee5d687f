import Flows
import Recordings
import Step1CodeVerifier
import Terminal
import Transcript
package import Vocabulary

extension Settings {
  /// Creates the settings from the options, the session, and the defaults.
  ///
  /// - Parameters:
  ///   - choices: The options.
  ///   - session: The values from earlier steps.
  ///   - surroundings: The source of the client secret and random values.
  ///   - needsSecret: Whether the user may be asked for the client secret.
  ///   - needsScope: Whether the scope must be known. Step 1 does not need it.
  ///   - replay: The recording to replay, or `nil` for none.
  /// - Throws: `CommandError` with `usage` if options contradict each other, and with
  ///   `unreadableInput` if a value breaks the grammar of its parameter. Nothing has then been sent
  ///   or printed.
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
        "A scenario is a recording, and \(session.mode.rawValue) mode uses a server.",
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
    let redirectURI = text(.redirectURI, "redirect_uri", default: defaults.redirectURI)
    let random = choices.has(.random) || session.usesRandomValues
    guard !identifier.isEmpty else {
      throw Self.missingClient(choices, session.mode, defaults.server)
    }
    if scenario.mistake?.parameter == "client_secret", applicationType != .server {
      throw CommandError(
        .usage,
        "The scenario \(scenario.name) requires an application of type server: no other has a "
          + "secret.",
        next: Suggestion(
          "Use that type", .recorded, "--scenario \(scenario.name) --app-type server"
        ).advice(in: RunPlace(flow: flow, mode: session.mode)))
    }
    let additions = try RequestAdditions(choices, session, flow, applicationType)
    let server = try additions.added(to: defaults.server)
    if session.mode == .live {
      try Self.checkSupport(
        server, flow, applicationType, isMethodGiven: additions.clientAuthentication != nil)
    }
    try Self.checkCharacters(of: identifier, as: "client ID")
    // A replay never uses a real secret: it has placeholders for all of them.
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
      redirectURI: try Self.redirectURI(redirectURI, such: defaults.redirectURI),
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
        .unreadableInput, "The state is empty and protects nothing.",
        next: Advice("Leave out --state, and the workbench generates one."))
    }
    try Self.checkCharacters(of: given, as: "state")
    let standard = random ? nil : defaults.state
    stateOrigin =
      session.values["state"]?.origin ?? (given == nil && standard == nil ? .computed : .given)
    state =
      (given ?? standard).map(State.init) ?? State(randomOctets: surroundings.randomOctets(16))
  }

  /// Checks that a value has only printable ASCII characters (RFC 6749 Appendix A.1, A.2, and A.5).
  private static func checkCharacters(
    of value: String?, as name: String
  ) throws(CommandError) {
    guard let value, let invalid = value.first(where: { !Grammar.isVisible(String($0)) }) else {
      return
    }
    throw CommandError(
      .unreadableInput, "The \(name) contains an invalid character: \(invalid.harmlessName).",
      next: Advice("Check for anything pasted with it, such as a line break."))
  }

  /// Checks that a code verifier has 43 to 128 unreserved characters (RFC 7636 §4.1).
  static func check(verifier: String, _ run: RunPlace) throws(CommandError) {
    do { _ = try CodeVerifier(verifier) } catch {
      throw CommandError(
        .unreadableInput, "The code verifier cannot be used: \(error).",
        next: Suggestion("Omit the verifier to use a valid one", .start).advice(in: run))
    }
  }

  /// Checks that options about the user's decision and the browser are used in practice mode only.
  private static func checkPracticeOptions(
    _ choices: Choices, _ mode: Mode, _ flow: Flow
  ) throws(CommandError) {
    if choices.has(.allow), choices.has(.deny) {
      throw CommandError(
        .usage, "--allow and --deny cannot be used together.", next: Advice("Use one of them."))
    }
    if choices.has(.random), choices.has(.verifier) {
      throw CommandError(
        .usage, "--random and --verifier cannot be used together.",
        next: Advice("Use one of them."))
    }
    for option in [Option.allow, .deny, .browser]
    where mode != .practice && choices.has(option) {
      throw CommandError(
        .usage,
        mode == .live
          ? "In live mode the user decides in the browser: \(option.name) is for practice mode."
          : "\(option.name) needs the practice server.",
        next: Self.practiceAdvice(option, choices).advice(
          in: RunPlace(flow: flow, mode: .practice)))
    }
  }

  /// Returns the command that uses an option of practice mode after another mode was chosen.
  private static func practiceAdvice(_ option: Option, _ choices: Choices) -> Suggestion {
    // The values of another mode cannot be used in this one, so it starts with the first step.
    choices.operands.isEmpty
      ? Suggestion("Use practice mode", .practice, option.words(nil))
      : Suggestion("Start in practice mode, then add \(option.name) to step 3", .start)
  }

  /// Returns a redirect URI that can be registered.
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
        next: Advice("Pass it exactly as registered: --redirect-uri \(example)"))
    }
  }

  /// Returns the user's own client secret, or the published secret of a client that has one.
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
