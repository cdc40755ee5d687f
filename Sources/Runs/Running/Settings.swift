package import Recordings
package import Step1CodeVerifier
package import Vocabulary

/// What a run is about: options first, then the session, then what the recordings were made with.
package struct Settings {
  package let flow: Flow
  package let mode: Mode
  package let server: AuthorizationServer
  /// The recorded case; `granted` outside dry-run mode, where none is followed.
  package let scenario: Scenario
  package let client: Client
  package let scope: Scope
  /// The scope of a client that asks for itself; `nil` in a flow with a user, and where none was given.
  package let ownScope: Scope?
  package let prompt: Prompt?
  /// How long a token of the implicit flow shall live.
  package let lifetime: ImplicitLifetime
  /// Where a new code verifier comes from.
  package let verifierSource: CodeVerifierStep.Source
  /// The state for a new authorization request.
  package let state: State
  /// Whether that state was given or made.
  package let stateOrigin: Origin
  /// Whether the client secret is the user's own, and so must be hidden.
  let hasRealSecret: Bool
}

extension Settings {
  /// The settings of a run that no user chooses: the defaults of a mode.
  ///
  /// - Parameters:
  ///   - flow: The flow that is walked.
  ///   - mode: The mode.
  ///   - type: The application type.
  ///   - randomOctets: The source of random octets, for what has no default.
  /// - Throws: What makes a default unusable; none should.
  package init(
    of flow: Flow, _ mode: Mode, as type: ApplicationType, randomOctets: (Int) -> [UInt8]
  ) throws {
    let defaults = Defaults.of(mode)
    let identifier = defaults.clientID(type)
    self.init(
      flow: flow, mode: mode, server: defaults.server,
      scenario: try Self.scenario("granted", in: flow, isTyped: false),
      client: Client(
        identifier: identifier, applicationType: type,
        redirectURI: try RedirectURI(defaults.redirectURI),
        secret: type.isConfidential ? defaults.clientSecret(identifier) : nil),
      scope: Scope(defaults.scope), ownScope: nil, prompt: nil, lifetime: .oneDay,
      verifierSource: defaults.verifier.map { .given($0) } ?? .randomOctets(randomOctets(32)),
      state: defaults.state.map(State.init) ?? State(randomOctets: randomOctets(16)),
      stateOrigin: .given, hasRealSecret: false)
  }
}
