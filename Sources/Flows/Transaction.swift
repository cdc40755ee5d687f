public import HTTPMessages
public import Step2AuthorizationRequest
public import Step3AuthorizationResponse
public import Step4TokenRequest
public import Step5TokenResponse
public import Vocabulary

/// One authorization from the request to the tokens (RFC 9700 §2.1.1).
public struct Transaction: Hashable, Sendable {
  /// The authorization server.
  public let server: AuthorizationServer
  /// The client.
  public let client: Client
  /// The requested scope.
  public let scope: Scope
  /// The state, which the authorization response must return unchanged.
  public let state: State
  /// The pages to show even if they are not needed, or `nil` for the server's default.
  public let prompt: Prompt?
  /// The origin of the responses.
  public let origin: Origin

  /// Creates a transaction.
  public init(
    server: AuthorizationServer, client: Client, scope: Scope, state: State,
    prompt: Prompt? = nil, origin: Origin
  ) {
    self.server = server
    self.client = client
    self.scope = scope
    self.state = state
    self.prompt = prompt
    self.origin = origin
  }

  /// Returns step 2, which sends the state.
  public func authorizationRequest(_ responseType: ResponseType) -> AuthorizationRequest {
    AuthorizationRequest(
      server: server, client: client, scope: scope, state: state, responseType: responseType,
      prompt: prompt)
  }

  /// Returns step 3, which compares redirect URI, state, and issuer with those from step 2.
  public func authorizationResponse(_ redirect: Redirect) -> AuthorizationResponse {
    AuthorizationResponse(
      redirect: redirect, expectedRedirectURI: client.redirectURI, expectedState: state,
      expectedIssuer: server.expectedIssuer, origin: origin)
  }

  /// Returns step 3 of the implicit flow, which compares the scope too.
  public func implicitResponse(_ redirect: Redirect) -> ImplicitResponse {
    ImplicitResponse(
      redirect: redirect, expectedRedirectURI: client.redirectURI, expectedState: state,
      requestedScope: scope, expectedIssuer: server.expectedIssuer, origin: origin)
  }

  /// Returns step 4, which exchanges a code; `nil` omits the code verifier.
  public func tokenRequest(
    _ code: AuthorizationCode, verifier: CodeVerifier?
  ) -> TokenRequest {
    TokenRequest(
      server: server, client: client,
      grant: .authorizationCode(code, verifier: verifier, redirectURI: client.redirectURI))
  }

  /// Returns step 5, which compares the granted scope with the requested one.
  ///
  /// - Parameters:
  ///   - response: The token response.
  ///   - receivedAt: The time of its arrival, in seconds since 1970-01-01 00:00 UTC.
  /// - Returns: The step.
  public func tokenResponse(_ response: HTTPResponse, receivedAt: Int64) -> TokenResponse {
    TokenResponse(
      response: response, requestedScope: scope, receivedAt: receivedAt, origin: origin)
  }
}
