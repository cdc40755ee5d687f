public import Channels
import Step4TokenRequest
import Step5TokenResponse
public import Vocabulary

/// The client credentials grant (RFC 6749 §4.4).
///
/// There is no user: the token represents the client. The front channel is not used.
public struct ClientCredentialsGrant: GrantFlow {
  /// The authorization server.
  public let server: AuthorizationServer
  /// The client that requests a token for itself.
  public let client: Client
  /// The requested scope; `nil` leaves it to the server (RFC 6749 §4.4.2).
  public let scope: Scope?
  /// The deliberate mistake, or `nil` for a correct client.
  public let mistake: DeliberateMistake?
  /// The origin of the response.
  public let origin: Origin

  /// Creates a flow, possibly with a mistake.
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

  /// Creates a flow; it uses no state and no scope that a user grants.
  public init(_ transaction: Transaction, _ choices: FlowChoices) {
    self.init(
      server: transaction.server, client: transaction.client, scope: choices.ownScope,
      mistake: choices.mistake, origin: transaction.origin)
  }

  /// Runs steps 4 and 5, with the back channel only.
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

  /// The description of the flow.
  public static let about = FlowDescription(
    .clientCredentials, title: "Client credentials", shortTitle: "Client credentials",
    steps: [.tokenRequest, .tokenResponse],
    redirectCarries: nil,
    canRefresh: false, applicationTypes: [.server],
    restriction: SourcedText(
      "Only a server application must have a secret, and here only the secret proves which client "
        + "is calling.",
      .rfc6749("4.4")),
    lesson: 10,
    judgment: FlowJudgment(
      bestCurrentPractice: SourcedText(
        "no objection; asymmetric client authentication is recommended", .rfc9700("2.5")),
      draft: SourcedText("kept", .oauth21("4.2")), useOfState: nil,
      use: SourcedText("the client needs its own data, not a user's", .rfc6749("4.4")),
      inBrowser: SourcedText("never: a page cannot keep a client secret", .rfc6749("4.4")),
      inShort: .init(
        practice: "not ruled out", note: "better with a key pair", use: "own data"),
      comparedType: .server),
    trials: [
      FlowTrial(.practice, "the same flow at the practice server"),
      FlowTrial(.command("compare"), "four flows side by side"),
      FlowTrial(.command("lesson 10"), "when this flow is right"),
    ],
    introduction: { server in
      [
        "A client requests a token for itself at \(server). There is no user and no browser, "
          + "so only steps 4 and 5 remain."
      ]
    })
}
