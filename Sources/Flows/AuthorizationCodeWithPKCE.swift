public import Channels
public import Step1CodeVerifier
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
public import Vocabulary

/// The authorization code grant with PKCE: RFC 6749 §4.1 and RFC 7636.
///
/// The five steps are pure; the two channels between them are all that reaches outside.
public struct AuthorizationCodeWithPKCE: GrantFlow {
  /// Which of the four it is.
  public static let flow = Flow.pkce

  /// The server that is asked.
  public let server: AuthorizationServer
  /// The app that asks.
  public let client: Client
  /// The data that it asks for.
  public let scope: Scope
  /// The value that must come back unchanged.
  public let state: State
  /// Where the code verifier comes from.
  public let verifierSource: CodeVerifierStep.Source
  /// Pages to show even if they are not needed.
  public let prompt: Prompt?
  /// A mistake to be made on purpose; `nil` for a client that does all right.
  public let mistake: Mistake?
  /// Where the answers come from.
  public let origin: Origin

  /// Sets the flow up.
  public init(
    server: AuthorizationServer, client: Client, scope: Scope, state: State,
    verifierSource: CodeVerifierStep.Source, prompt: Prompt? = nil, mistake: Mistake? = nil,
    origin: Origin
  ) {
    self.server = server
    self.client = client
    self.scope = scope
    self.state = state
    self.verifierSource = verifierSource
    self.prompt = prompt
    self.mistake = mistake
    self.origin = origin
  }

  /// Walks the flow: five steps, two channels.
  public func tokens(
    front: some FrontChannel, back: some BackChannel, now: () -> Int64,
    perform: some StepPerformer
  ) async throws -> Tokens {
    let proof = try perform(CodeVerifierStep(source: verifierSource))
    let request = try perform(
      AuthorizationRequest(
        server: server, client: client, scope: scope, state: state, challenge: proof.challenge,
        prompt: prompt))
    let redirect = try await front.redirect(for: request)
    let code = try perform(
      AuthorizationResponse(
        redirect: redirect, expectedRedirectURI: client.redirectURI, expectedState: state,
        expectedIssuer: server.expectedIssuer, origin: origin))
    let exchange = try perform(
      TokenRequest(
        server: server, client: client,
        grant: .authorizationCode(
          code, verifier: proof.verifier, redirectURI: client.redirectURI)
      ).making(mistake))
    let response = try await back.response(to: exchange)
    return try perform(
      TokenResponse(response: response, requestedScope: scope, receivedAt: now(), origin: origin))
  }
}
