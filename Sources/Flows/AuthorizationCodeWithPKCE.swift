public import Channels
public import Step1CodeVerifier
import Step2AuthorizationRequest
public import Vocabulary

/// The authorization code grant with PKCE: RFC 6749 §4.1 and RFC 7636.
///
/// The five steps are pure; the two channels between them are all that reaches outside.
public struct AuthorizationCodeWithPKCE: GrantFlow {
  /// Who asks whom for what.
  public let transaction: Transaction
  /// Where the code verifier comes from.
  public let verifierSource: CodeVerifierStep.Source
  /// A mistake to be made on purpose; `nil` for a client that makes none.
  public let mistake: DeliberateMistake?

  /// Sets the flow up.
  public init(
    _ transaction: Transaction, verifierSource: CodeVerifierStep.Source,
    mistake: DeliberateMistake? = nil
  ) {
    self.transaction = transaction
    self.verifierSource = verifierSource
    self.mistake = mistake
  }

  /// Sets the flow up: it has no lifetime to choose.
  public init(_ transaction: Transaction, _ choices: FlowChoices) {
    self.init(
      transaction, verifierSource: choices.verifierSource, mistake: choices.mistake)
  }

  /// Walks the flow: five steps, two channels.
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

  /// Everything that is said of the flow.
  public static let about = FlowDescription(
    .pkce, title: "Authorization code with PKCE", shortTitle: "PKCE", steps: StepNumber.five,
    redirectCarries: .code,
    canRefresh: true, applicationTypes: [.server, .client, .personal],
    restriction: SourcedText(
      "Every application type may use PKCE, and should.", .rfc9700("2.1.1")),
    lesson: nil,
    judgment: FlowJudgment(
      bestCurrentPractice: SourcedText(
        "required of apps without a secret, recommended to those with one", .rfc9700("2.1.1")),
      draft: SourcedText("its only code flow", .oauth21("4.1")),
      useOfState: SourcedText(
        "shows the app that the redirect is not its own, before anything is sent; PKCE protects too, at a "
          + "server known to support it, even from an attacker who has read the state",
        .rfc9700("4.7.1")),
      use: SourcedText("a user's data is wanted, whatever the app is", .rfc9700("2.1.1")),
      inBrowser: SourcedText(
        "Backend for Frontend (BFF) first; a page as the client is not recommended for personal data",
        .rfc10017("6")),
      inShort: .init(
        practice: "required", note: "for public clients, recommended for others", use: "user data"),
      comparedType: .client,
      comparisonRemark:
        "The flow pkce is walked by an app without a client secret, to show that it needs none; a server "
        + "application sends its secret besides."),
    trials: [
      FlowTrial(.practice, "a server that responds"),
      FlowTrial(.scenario("state-tampered"), "an attacker plants a redirect"),
      FlowTrial(.command("lesson 1"), "why the verifier works"),
    ],
    introduction: { [goal(at: $0)] })

  /// The goal of both code flows.
  static func goal(at server: String) -> String {
    "A client, the app that wants the data, gets access to a user's data at \(server) without ever seeing the "
      + "user's password."
  }
}
