public import Step4TokenRequest
public import Vocabulary

/// A deliberate mistake of the client in step 4, to see the response of the server.
public enum DeliberateMistake: Hashable, Sendable {
  /// Sends the code verifier of another transaction.
  case otherVerifier(CodeVerifier)
  /// Authenticates with a wrong client secret.
  case otherSecret(ClientSecret)
  /// Sends a different redirect URI than in step 2.
  case otherRedirectURI(RedirectURI)
}

extension TokenRequest {
  /// Returns the request with a mistake, or unchanged without one.
  public func making(_ mistake: DeliberateMistake?) -> TokenRequest {
    switch (mistake, grant) {
    case (.otherVerifier(let other), .authorizationCode(let code, _, let redirectURI)):
      return replacing(.authorizationCode(code, verifier: other, redirectURI: redirectURI))
    case (.otherRedirectURI(let other), .authorizationCode(let code, let verifier, _)):
      return replacing(.authorizationCode(code, verifier: verifier, redirectURI: other))
    case (.otherSecret(let secret), .authorizationCode),
      (.otherSecret(let secret), .clientCredentials):
      let client = Client(
        identifier: client.identifier, applicationType: client.applicationType,
        redirectURI: client.redirectURI, secret: secret)
      return TokenRequest(server: server, client: client, grant: grant, scope: scope)
    default: return self
    }
  }

  private func replacing(_ grant: Grant) -> TokenRequest {
    TokenRequest(server: server, client: client, grant: grant, scope: scope)
  }
}
