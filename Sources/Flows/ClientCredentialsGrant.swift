public import Channels
import Step4TokenRequest
import Step5TokenResponse
public import Vocabulary

/// The client credentials grant: RFC 6749 §4.4.
///
/// There is no user: the token is the app's own. The front channel is not used at all.
public struct ClientCredentialsGrant: GrantFlow {
  /// The server that is asked.
  public let server: AuthorizationServer
  /// The app that asks for itself.
  public let client: Client
  /// The scope to ask for; `nil` leaves that to the server (RFC 6749 §4.4.2).
  public let scope: Scope?
  /// A mistake to be made on purpose; `nil` for a client that makes none.
  public let mistake: DeliberateMistake?
  /// Where the answers come from.
  public let origin: Origin

  /// Sets the flow up.
  public init(
    server: AuthorizationServer, client: Client, scope: Scope? = nil,
    mistake: DeliberateMistake? = nil, origin: Origin
  ) {
    self.server = server
    self.client = client
    self.scope = scope
    self.mistake = mistake
    self.origin = origin
  }

  /// Sets the flow up: without a user there is no state, and no scope that a user grants.
  public init(_ transaction: Transaction, _ choices: FlowChoices) {
    self.init(
      server: transaction.server, client: transaction.client, scope: choices.ownScope,
      mistake: choices.mistake, origin: transaction.origin)
  }

  /// Walks the flow: steps 4 and 5, the back channel only.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let request = try perform(
      TokenRequest(server: server, client: client, grant: .clientCredentials, scope: scope)
        .making(mistake))
    let response = try await back.response(to: request)
    return try perform(
      TokenResponse(response: response, requestedScope: nil, receivedAt: now(), origin: origin))
  }

  /// Everything that is said of the flow.
  public static let about = FlowDescription(
    .clientCredentials, title: "Client credentials", shortTitle: "Client credentials",
    steps: [.tokenRequest, .tokenResponse],
    redirectCarries: nil,
    canRefresh: false, applicationTypes: [.server],
    restriction: SourcedText(
      "Only a server application has a secret, and here the secret is all that proves anything.",
      .rfc6749("4.4")),
    lesson: 10,
    judgment: FlowJudgment(
      bestCurrentPractice: SourcedText(
        "nothing against it; the client should authenticate with a key pair", .rfc9700("2.5")),
      draft: SourcedText("kept", .oauth21("4.2")), useOfState: nil,
      use: SourcedText("the app wants its own data, no user's", .rfc6749("4.4")),
      inBrowser: SourcedText("never: a page can keep no client secret", .rfc6749("4.4")),
      inShort: .init(
        practice: "not ruled out", note: "better with a key pair", use: "own data"),
      comparedType: .server),
    trials: [
      FlowTrial(.practice, "a server that responds"),
      FlowTrial(.command("compare"), "four flows side by side"),
      FlowTrial(.command("lesson 10"), "when this flow is right"),
    ],
    introduction: { server in
      [
        "A client requests a token for itself at \(server). There is no user and no browser, so of the five steps "
          + "only 4 and 5 are left."
      ]
    })
}
