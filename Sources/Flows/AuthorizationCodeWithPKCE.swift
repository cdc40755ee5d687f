public import Channels
public import Step1CodeVerifier
import Step2AuthorizationRequest
public import Vocabulary

/// The authorization code grant with PKCE (RFC 6749 §4.1 and RFC 7636).
///
/// The five steps are pure. Only the two channels between them send and receive messages.
public struct AuthorizationCodeWithPKCE: GrantFlow {
  /// The server, the client, and the values of the run.
  public let transaction: Transaction
  /// The source of the code verifier.
  public let verifierSource: CodeVerifierStep.Source
  /// The deliberate mistake, or `nil` for a correct client.
  public let mistake: DeliberateMistake?

  /// Creates a flow with a verifier and, possibly, a mistake.
  public init(
    _ transaction: Transaction, verifierSource: CodeVerifierStep.Source,
    mistake: DeliberateMistake? = nil
  ) {
    self.transaction = transaction
    self.verifierSource = verifierSource
    self.mistake = mistake
  }

  /// Creates a flow; the lifetime of the choices is not used.
  public init(_ transaction: Transaction, _ choices: FlowChoices) {
    self.init(
      transaction, verifierSource: choices.verifierSource, mistake: choices.mistake)
  }

  /// Runs all five steps, with both channels.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let proof = try perform(CodeVerifierStep(source: verifierSource))
    let request = try perform(
      transaction.authorizationRequest(.code(challenge: proof.challenge)))
    let redirect = try await front.redirect(for: request)
    let code = try perform(transaction.authorizationResponse(redirect))
    let exchange = try perform(
      transaction.tokenRequest(code, verifier: proof.verifier).making(mistake))
    let response = try await back.response(to: exchange)
    return try perform(transaction.tokenResponse(response, receivedAt: now()))
  }

  /// The description of the flow.
  public static let about = FlowDescription(
    .pkce, title: "Authorization code with PKCE", shortTitle: "PKCE", steps: StepNumber.five,
    redirectCarries: .code,
    canRefresh: true, applicationTypes: [.server, .client, .personal],
    restriction: SourcedText(
      "Every application type can use PKCE, and should.", .rfc9700("2.1.1")),
    lesson: nil,
    judgment: FlowJudgment(
      bestCurrentPractice: SourcedText(
        "required for public clients, recommended for confidential clients", .rfc9700("2.1.1")),
      draft: SourcedText("its only code flow", .oauth21("4.1")),
      useOfState: SourcedText(
        "reveals a planted redirect before anything is sent; PKCE, at a server known to support "
          + "it, protects even from an attacker who has read the state",
        .rfc9700("4.7.1")),
      use: SourcedText("you need a user's data, with any type of client", .rfc9700("2.1.1")),
      inBrowser: SourcedText(
        "prefer a Backend for Frontend (BFF); a page as the client is not recommended for personal "
          + "data",
        .rfc10017("6")),
      inShort: .init(
        practice: "required", note: "for public clients, recommended for others", use: "user data"),
      comparedType: .client,
      comparisonRemark:
        "The flow pkce runs with a client that has no secret: PKCE does not need one. A server "
        + "application also sends its secret."),
    trials: [
      FlowTrial(.practice, "the same flow at the practice server"),
      FlowTrial(.scenario("state-tampered"), "an attacker plants a redirect"),
      FlowTrial(.command("lesson 1"), "why the verifier works"),
    ],
    introduction: { [goal(at: $0)] })

  /// Returns the goal of both code flows.
  static func goal(at server: String) -> String {
    "A client, the app that wants the data, gets access to a user's data at \(server). It "
      + "never sees the user's password."
  }
}
