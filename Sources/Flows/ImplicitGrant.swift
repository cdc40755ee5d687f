public import Channels
import Step2AuthorizationRequest
public import Vocabulary

/// The implicit grant: RFC 6749 §4.2.
///
/// It is here to be recognised and replaced: the access token itself is in a URL of the browser
/// (RFC 9700 §2.1.2). The back channel is not used at all.
public struct ImplicitGrant: GrantFlow {
  /// Who asks whom for what.
  public let transaction: Transaction
  /// How long the token shall live; `nil` leaves that to the server.
  public let lifetime: ImplicitLifetime?

  /// Sets the flow up.
  public init(_ transaction: Transaction, lifetime: ImplicitLifetime? = nil) {
    self.transaction = transaction
    self.lifetime = lifetime
  }

  /// Sets the flow up: it has no step in which to make a mistake, and no code verifier.
  public init(_ transaction: Transaction, _ choices: FlowChoices) {
    self.init(transaction, lifetime: choices.lifetime)
  }

  /// Walks the flow: steps 2 and 3, the front channel only.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let request = try perform(transaction.authorizationRequest(.token(lifetime)))
    let redirect = try await front.redirect(for: request)
    return try perform(transaction.implicitResponse(redirect))
  }

  /// Everything that is said of the flow.
  public static let about = FlowDescription(
    .implicit, title: "Implicit", shortTitle: "Implicit",
    steps: [.authorizationRequest, .authorizationResponse],
    redirectCarries: .token, canRefresh: false,
    applicationTypes: [.client, .personal],
    restriction: SourcedText(
      "The implicit flow was made for applications without a secret: one with a secret uses a code.",
      .rfc6749("4.2")),
    lesson: 9,
    judgment: FlowJudgment(
      bestCurrentPractice: SourcedText(
        "do not use: tokens leak and can be injected", .rfc9700("2.1.2")),
      draft: SourcedText("removed", .oauth21("10.1")),
      useOfState: SourcedText(
        "shows the app that the redirect is not its own; nothing else would", .rfc6749("10.12")),
      use: SourcedText("never: use pkce instead", .rfc9700("2.1.2")),
      inBrowser: SourcedText("a client in a browser must not use it", .rfc10017("7.2")),
      inShort: .init(
        practice: "SHOULD NOT", note: "with exceptions", use: "nothing"), comparedType: .client),
    trials: [
      FlowTrial(.practice, "a server that responds"),
      FlowTrial(.command("walk"), "the flow to use instead"),
      FlowTrial(.command("lesson 9"), "how to replace this flow"),
    ],
    introduction: { server in
      [
        "Learn to recognize this flow and to replace it with a code and PKCE. Its response is the access token "
          + "itself, in a URL, so of the five steps only 2 and 3 are left."
      ]
    })
}
