public import HTTPMessages
public import Step2AuthorizationRequest
public import Step3AuthorizationResponse
public import Step4TokenRequest
public import Step5TokenResponse
public import Vocabulary

/// One authorization from the request to the tokens (RFC 9700 §2.1.1): who asks whom for what.
public struct Transaction: Hashable, Sendable {
  /// The authorization server.
  public let server: AuthorizationServer
  /// The client.
  public let client: Client
  /// The requested scope.
  public let scope: Scope
  /// The value that must come back unchanged in step 3.
  public let state: State
  /// The pages to show even if they are not needed.
  public let prompt: Prompt?
  /// The origin of the responses.
  public let origin: Origin

  /// Begins a transaction.
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

  /// Step 2: sends the state along.
  public func authorizationRequest(_ responseType: ResponseType) -> AuthorizationRequest {
    AuthorizationRequest(
      server: server, client: client, scope: scope, state: state, responseType: responseType,
      prompt: prompt)
  }

  /// Step 3: compares redirect URI, state and issuer with those of step 2.
  public func authorizationResponse(_ redirect: Redirect) -> AuthorizationResponse {
    AuthorizationResponse(
      redirect: redirect, expectedRedirectURI: client.redirectURI, expectedState: state,
      expectedIssuer: server.expectedIssuer, origin: origin)
  }

  /// Step 3 of the implicit flow: compares the same, and the scope.
  public func implicitResponse(_ redirect: Redirect) -> ImplicitResponse {
    ImplicitResponse(
      redirect: redirect, expectedRedirectURI: client.redirectURI, expectedState: state,
      requestedScope: scope, expectedIssuer: server.expectedIssuer, origin: origin)
  }

  /// Step 4: exchanges a code; `nil` leaves the code verifier out.
  public func tokenRequest(
    _ code: AuthorizationCode, verifier: CodeVerifier?
  ) -> TokenRequest {
    TokenRequest(
      server: server, client: client,
      grant: .authorizationCode(code, verifier: verifier, redirectURI: client.redirectURI))
  }

  /// Step 5: compares the granted scope with the requested one.
  ///
  /// - Parameters:
  ///   - response: The response of the token endpoint.
  ///   - receivedAt: The time of its arrival, in seconds since 1970-01-01 00:00 UTC.
  /// - Returns: The step.
  public func tokenResponse(_ response: HTTPResponse, receivedAt: Int64) -> TokenResponse {
    TokenResponse(
      response: response, requestedScope: scope, receivedAt: receivedAt, origin: origin)
  }
}
