public import Channels
public import Step1CodeVerifier
public import Vocabulary

/// A flow that can run: steps in straight-line code, with the channels between them.
public protocol GrantFlow: Sendable {
  /// The description of the flow.
  static var about: FlowDescription { get }

  /// Creates the flow and ignores the choices that it does not use.
  init(_ transaction: Transaction, _ choices: FlowChoices)

  /// Runs the steps and the messages between them.
  ///
  /// - Parameters:
  ///   - front: The channel through the browser.
  ///   - back: The direct channel.
  ///   - now: The clock, in seconds since 1970-01-01 00:00 UTC.
  ///   - perform: The performer of the steps.
  /// - Returns: The tokens.
  /// - Throws: `StepFailure` from a step, or an error of a channel or the performer.
  func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens
}

extension GrantFlow {
  /// Runs the flow with a performer that only runs the steps.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64
  ) async throws -> Tokens {
    try await tokens(front: front, back: back, now: now, perform: PlainPerformer())
  }
}

/// The inputs that only some flows use.
public struct FlowChoices: Hashable, Sendable {
  /// The source of the code verifier.
  public let verifierSource: CodeVerifierStep.Source
  /// The requested lifetime; `nil` leaves it to the server.
  public let lifetime: ImplicitLifetime?
  /// The deliberate mistake, or `nil` for a correct client.
  public let mistake: DeliberateMistake?
  /// The scope of a client without a user; `nil` requests none (RFC 6749 §4.4.2).
  public let ownScope: Scope?

  /// Creates a set of choices.
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
  /// The type that runs the flow: the only list of flows other than their names.
  public var grantFlow: any GrantFlow.Type {
    switch self {
    case .pkce: AuthorizationCodeWithPKCE.self
    case .code: AuthorizationCodeWithoutPKCE.self
    case .implicit: ImplicitGrant.self
    case .clientCredentials: ClientCredentialsGrant.self
    }
  }

  /// The description of the flow.
  public var about: FlowDescription { grantFlow.about }
}

/// A type that performs the steps: it can print them, save their output, or wait between them.
public protocol StepPerformer {
  /// Performs a step.
  ///
  /// - Parameter step: The step with its inputs.
  /// - Returns: The output of the step.
  /// - Throws: `StepFailure` from the step, or an error of the performer.
  func callAsFunction<S: Step>(_ step: S) throws -> S.Output
}

/// A performer that only runs the steps.
public struct PlainPerformer: StepPerformer {
  /// Creates a performer.
  public init() {}

  /// Runs a step and returns its output.
  public func callAsFunction<S: Step>(_ step: S) throws -> S.Output { try step.output() }
}
