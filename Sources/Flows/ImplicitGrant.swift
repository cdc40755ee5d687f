public import Channels
import Step2AuthorizationRequest
public import Vocabulary

/// The implicit grant (RFC 6749 §4.2).
///
/// It is included so that you can recognize and replace it: the access token itself appears in a
/// URL of the browser (RFC 9700 §2.1.2). The back channel is not used.
public struct ImplicitGrant: GrantFlow {
  /// The server, the client, and the values of the run.
  public let transaction: Transaction
  /// The requested lifetime of the token; `nil` leaves it to the server.
  public let lifetime: ImplicitLifetime?

  /// Creates a flow with a requested lifetime.
  public init(_ transaction: Transaction, lifetime: ImplicitLifetime? = nil) {
    self.transaction = transaction
    self.lifetime = lifetime
  }

  /// Creates a flow; verifier and mistake of the choices are not used.
  public init(_ transaction: Transaction, _ choices: FlowChoices) {
    self.init(transaction, lifetime: choices.lifetime)
  }

  /// Runs steps 2 and 3, with the front channel only.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let request = try perform(transaction.authorizationRequest(.token(lifetime)))
    let redirect = try await front.redirect(for: request)
    return try perform(transaction.implicitResponse(redirect))
  }

  /// The description of the flow.
  public static let about = FlowDescription(
    .implicit, title: "Implicit", shortTitle: "Implicit",
    steps: [.authorizationRequest, .authorizationResponse],
    redirectCarries: .token, canRefresh: false,
    applicationTypes: [.client, .personal],
    restriction: SourcedText(
      "The implicit flow was made for applications without a secret. One with a secret uses a "
        + "code.",
      .rfc6749("4.2")),
    lesson: 9,
    judgment: FlowJudgment(
      bestCurrentPractice: SourcedText(
        "do not use: tokens leak and can be injected", .rfc9700("2.1.2")),
      draft: SourcedText("removed", .oauth21("10.1")),
      useOfState: SourcedText(
        "in plain OAuth, the only defense against a planted redirect", .rfc6749("10.12")),
      use: SourcedText("never: use pkce instead", .rfc9700("2.1.2")),
      inBrowser: SourcedText("a client in a browser must not use it", .rfc10017("7.2")),
      inShort: .init(
        practice: "SHOULD NOT", note: "with exceptions", use: "nothing"), comparedType: .client),
    trials: [
      FlowTrial(.practice, "the same flow at the practice server"),
      FlowTrial(.command("walk"), "the flow to use instead"),
      FlowTrial(.command("lesson 9"), "how to replace this flow"),
    ],
    introduction: { server in
      [
        "Learn to recognize this flow and to replace it with a code and PKCE. Its response is the "
          + "access token itself, in a URL, so only steps 2 and 3 remain."
      ]
    })
}
