package import Recordings
package import Step1CodeVerifier
package import Vocabulary

/// The values of a run: from the options, then the session, then the defaults of the mode.
package struct Settings {
  package let flow: Flow
  package let mode: Mode
  package let server: AuthorizationServer
  /// The scenario of dry-run mode, or the unused `granted` in other modes.
  package let scenario: Scenario
  package let client: Client
  package let scope: Scope
  /// The scope that a client without a user requests, or `nil` in other flows or if none was given.
  package let ownScope: Scope?
  package let prompt: Prompt?
  /// The requested lifetime of an access token in the implicit flow.
  package let lifetime: ImplicitLifetime
  /// The source of a new code verifier.
  package let verifierSource: CodeVerifierStep.Source
  /// The state for a new authorization request.
  package let state: State
  /// The origin of that state: given or computed.
  package let stateOrigin: Origin
  /// Whether the client secret is the user's own, and so must be hidden.
  let hasRealSecret: Bool
}

extension Settings {
  /// Creates the settings of a run with the defaults of a mode.
  ///
  /// - Parameters:
  ///   - flow: The flow of the run.
  ///   - mode: The mode.
  ///   - type: The application type.
  ///   - randomOctets: The source of random octets, for values without a default.
  /// - Throws: An error if a default is invalid, which none should be.
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
