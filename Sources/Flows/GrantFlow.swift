public import Channels
public import Step1CodeVerifier
public import Vocabulary

/// A flow that can be walked: steps in straight-line code, with the channels between them.
public protocol GrantFlow: Sendable {
  /// Everything that is said of the flow.
  static var about: FlowDescription { get }

  /// Sets the flow up, whichever it is, and leaves what it has no use for.
  init(_ transaction: Transaction, _ choices: FlowChoices)

  /// Walks the flow.
  ///
  /// - Parameters:
  ///   - front: The way through the browser.
  ///   - back: The direct way.
  ///   - now: The clock, in seconds since 1970-01-01 00:00 UTC.
  ///   - perform: Who does the steps.
  /// - Returns: The tokens.
  /// - Throws: `StepFailure` from a step, or what a channel or the performer throws.
  func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens
}

extension GrantFlow {
  /// Walks the flow and does nothing but the steps.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64
  ) async throws -> Tokens {
    try await tokens(front: front, back: back, now: now, perform: PlainPerformer())
  }
}

/// The inputs that only some flows have a use for.
public struct FlowChoices: Hashable, Sendable {
  /// The source of the code verifier.
  public let verifierSource: CodeVerifierStep.Source
  /// The lifetime to ask for; `nil` leaves that to the server.
  public let lifetime: ImplicitLifetime?
  /// The mistake to be made on purpose; `nil` for a client that makes none.
  public let mistake: DeliberateMistake?
  /// The scope that the client asks for itself, without a user; `nil` asks for none (RFC 6749 §4.4.2).
  public let ownScope: Scope?

  /// Makes the choices.
  public init(
    verifierSource: CodeVerifierStep.Source, lifetime: ImplicitLifetime?,
    mistake: DeliberateMistake?, ownScope: Scope? = nil
  ) {
    self.verifierSource = verifierSource
    self.lifetime = lifetime
    self.mistake = mistake
    self.ownScope = ownScope
  }
}

extension Flow {
  /// The flow in code: the only list of the flows apart from their names.
  public var grantFlow: any GrantFlow.Type {
    switch self {
    case .pkce: AuthorizationCodeWithPKCE.self
    case .code: AuthorizationCodeWithoutPKCE.self
    case .implicit: ImplicitGrant.self
    case .clientCredentials: ClientCredentialsGrant.self
    }
  }

  /// Everything that is said of the flow.
  public var about: FlowDescription { grantFlow.about }
}

/// Whoever does the steps of a flow: it may print them, save what they give, or wait between them.
public protocol StepPerformer {
  /// Does a step.
  ///
  /// - Parameter step: The step with its inputs.
  /// - Returns: What the step gives.
  /// - Throws: `StepFailure` from the step, or what keeps the performer from going on.
  func callAsFunction<S: Step>(_ step: S) throws -> S.Output
}

/// Does the steps and nothing else.
public struct PlainPerformer: StepPerformer {
  /// Makes one.
  public init() {}

  /// Does a step.
  public func callAsFunction<S: Step>(_ step: S) throws -> S.Output { try step.output() }
}
