public import Step4TokenRequest
import Vocabulary

extension TokenRequest {
  /// The same request with a mistake in it; unchanged without one.
  public func making(_ mistake: Mistake?) -> TokenRequest {
    guard let mistake, case .authorizationCode(let code, let verifier, let redirectURI) = grant
    else { return self }
    switch mistake {
    case .otherVerifier(let other):
      return replacing(.authorizationCode(code, verifier: other, redirectURI: redirectURI))
    case .otherRedirectURI(let other):
      return replacing(.authorizationCode(code, verifier: verifier, redirectURI: other))
    case .otherSecret(let secret):
      let client = Client(
        identifier: client.identifier, applicationType: client.applicationType,
        redirectURI: client.redirectURI, secret: secret)
      return TokenRequest(server: server, client: client, grant: grant)
    }
  }

  private func replacing(_ grant: Grant) -> TokenRequest {
    TokenRequest(server: server, client: client, grant: grant)
  }
}
