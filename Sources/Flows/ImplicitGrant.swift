public import Channels
import Step2AuthorizationRequest
import Step3AuthorizationResponse
public import Vocabulary

/// The implicit grant: RFC 6749 §4.2.
///
/// It is here to be recognised and replaced: the access token itself passes through the browser
/// (RFC 9700 §2.1.2). The back channel is not used at all.
public struct ImplicitGrant: GrantFlow {
  /// Which of the four it is.
  public static let flow = Flow.implicit

  /// The server that is asked.
  public let server: AuthorizationServer
  /// The app that asks.
  public let client: Client
  /// The data that it asks for.
  public let scope: Scope
  /// The value that must come back unchanged.
  public let state: State
  /// How long the token shall live; `nil` leaves that to the server.
  public let lifetime: ImplicitLifetime?
  /// Pages to show even if they are not needed.
  public let prompt: Prompt?
  /// Where the answers come from.
  public let origin: Origin

  /// Sets the flow up.
  public init(
    server: AuthorizationServer, client: Client, scope: Scope, state: State,
    lifetime: ImplicitLifetime? = nil, prompt: Prompt? = nil, origin: Origin
  ) {
    self.server = server
    self.client = client
    self.scope = scope
    self.state = state
    self.lifetime = lifetime
    self.prompt = prompt
    self.origin = origin
  }

  /// Walks the flow: steps 2 and 3, the front channel only.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let request = try perform(
      AuthorizationRequest(
        server: server, client: client, scope: scope, state: state,
        responseType: .token(lifetime), prompt: prompt))
    let redirect = try await front.redirect(for: request)
    return try perform(
      ImplicitResponse(
        redirect: redirect, expectedRedirectURI: client.redirectURI, expectedState: state,
        requestedScope: scope, expectedIssuer: server.expectedIssuer, origin: origin))
  }
}
