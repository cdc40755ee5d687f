public import Channels
import Step2AuthorizationRequest
public import Vocabulary

/// The authorization code grant without PKCE (RFC 6749 §4.1).
///
/// At Fitbit only a server application may use it, and only its client secret protects the code.
/// RFC 9700 §2.1.1 recommends PKCE for such applications too.
public struct AuthorizationCodeWithoutPKCE: GrantFlow {
  /// The server, the client, and the values of the run.
  public let transaction: Transaction
  /// The deliberate mistake, or `nil` for a correct client.
  public let mistake: DeliberateMistake?

  /// Creates a flow, possibly with a mistake.
  public init(_ transaction: Transaction, mistake: DeliberateMistake? = nil) {
    self.transaction = transaction
    self.mistake = mistake
  }

  /// Creates a flow; verifier and lifetime of the choices are not used.
  public init(_ transaction: Transaction, _ choices: FlowChoices) {
    self.init(transaction, mistake: choices.mistake)
  }

  /// Runs steps 2 to 5, with both channels.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let request = try perform(transaction.authorizationRequest(.code(challenge: nil)))
    let redirect = try await front.redirect(for: request)
    let code = try perform(transaction.authorizationResponse(redirect))
    let exchange = try perform(transaction.tokenRequest(code, verifier: nil).making(mistake))
    let response = try await back.response(to: exchange)
    return try perform(transaction.tokenResponse(response, receivedAt: now()))
  }

  /// The description of the flow.
  public static let about = FlowDescription(
    .code, title: "Authorization code without PKCE", shortTitle: "Code without PKCE",
    steps: [.authorizationRequest, .authorizationResponse, .tokenRequest, .tokenResponse],
    redirectCarries: .code,
    canRefresh: true, applicationTypes: [.server],
    restriction: SourcedText(
      "Only a server application may omit PKCE: its client secret must prove which client "
        + "exchanges the code.",
      .rfc9700("2.1.1")),
    lesson: 8,
    judgment: FlowJudgment(
      bestCurrentPractice: SourcedText(
        "add PKCE, even with a client secret", .rfc9700("2.1.1")),
      draft: SourcedText("the challenge becomes part of the code grant", .oauth21("4.1.1")),
      useOfState: SourcedText(
        "in plain OAuth, the only defense against a planted redirect", .rfc9700("4.7.1")),
      use: SourcedText("only if the server does not support PKCE", .rfc9700("2.1.1")),
      inBrowser: SourcedText(
        "not if the page is the client: PKCE is required", .rfc10017("6.3.2.1")),
      inShort: .init(practice: "add PKCE", use: "old servers"), comparedType: .server),
    trials: [
      FlowTrial(.practice, "the same flow at the practice server"),
      FlowTrial(.command("attack interception"), "a stolen code, with PKCE and without"),
      FlowTrial(.command("lesson 8"), "what PKCE adds to this flow"),
    ],
    introduction: { server in
      [
        AuthorizationCodeWithPKCE.goal(at: server),
        "This flow is older than PKCE and has no step 1. Only the client secret stops an "
          + "attacker who exchanges a stolen code. The other steps keep their numbers.",
      ]
    })
}
