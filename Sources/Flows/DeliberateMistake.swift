public import Step4TokenRequest
public import Vocabulary

/// A mistake that a client makes in step 4, on purpose here, so that one sees what the server says.
public enum DeliberateMistake: Hashable, Sendable {
  /// Sends the code verifier of another authorization.
  case otherVerifier(CodeVerifier)
  /// Authenticates with a wrong client secret.
  case otherSecret(ClientSecret)
  /// Sends another redirect URI than in step 2.
  case otherRedirectURI(RedirectURI)
}

extension TokenRequest {
  /// The same request with a mistake in it; unchanged without one.
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
