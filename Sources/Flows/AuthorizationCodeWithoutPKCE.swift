public import Channels
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
public import Vocabulary

/// The authorization code grant without PKCE: RFC 6749 §4.1.
///
/// Only a server application may use it at Fitbit, and its client secret is what protects the code.
/// RFC 9700 §2.1.1 recommends PKCE for such applications too.
public struct AuthorizationCodeWithoutPKCE: GrantFlow {
  /// Which of the four it is.
  public static let flow = Flow.code

  /// The server that is asked.
  public let server: AuthorizationServer
  /// The app that asks.
  public let client: Client
  /// The data that it asks for.
  public let scope: Scope
  /// The value that must come back unchanged.
  public let state: State
  /// Pages to show even if they are not needed.
  public let prompt: Prompt?
  /// A mistake to be made on purpose; `nil` for a client that does all right.
  public let mistake: Mistake?
  /// Where the answers come from.
  public let origin: Origin

  /// Sets the flow up.
  public init(
    server: AuthorizationServer, client: Client, scope: Scope, state: State,
    prompt: Prompt? = nil, mistake: Mistake? = nil, origin: Origin
  ) {
    self.server = server
    self.client = client
    self.scope = scope
    self.state = state
    self.prompt = prompt
    self.mistake = mistake
    self.origin = origin
  }

  /// Walks the flow: steps 2 to 5, both channels.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let request = try perform(
      AuthorizationRequest(
        server: server, client: client, scope: scope, state: state,
        responseType: .code(challenge: nil), prompt: prompt))
    let redirect = try await front.redirect(for: request)
    let code = try perform(
      AuthorizationResponse(
        redirect: redirect, expectedRedirectURI: client.redirectURI, expectedState: state,
        expectedIssuer: server.expectedIssuer, origin: origin))
    let exchange = try perform(
      TokenRequest(
        server: server, client: client,
        grant: .authorizationCode(
          code, verifier: nil, redirectURI: client.redirectURI)
      ).making(mistake))
    let response = try await back.response(to: exchange)
    return try perform(
      TokenResponse(response: response, requestedScope: scope, receivedAt: now(), origin: origin))
  }
}
