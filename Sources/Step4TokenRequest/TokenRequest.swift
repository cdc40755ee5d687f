public import HTTPMessages
public import Vocabulary

/// Step 4: the request that exchanges the authorization code for tokens.
///
/// The client sends it directly to the server, and `TokenResponse` reads the response.
/// RFC 6749 §4.1.3, and RFC 7636 §4.5 for the code verifier.
public struct TokenRequest: BuildingStep {
  /// The POST request for the token endpoint.
  public typealias Message = HTTPRequest

  /// The server that issued the code.
  public let server: AuthorizationServer
  /// The client that the code was issued to.
  public let client: Client
  /// The grant that is exchanged for tokens.
  public let grant: Grant
  /// The scopes requested here, or `nil` if they were requested in step 2 or not at all.
  public let scope: Scope?

  /// Creates a token request for a grant.
  public init(server: AuthorizationServer, client: Client, grant: Grant, scope: Scope? = nil) {
    self.server = server
    self.client = client
    self.grant = grant
    self.scope = scope
  }

  /// Returns the request to the token endpoint.
  ///
  /// - Returns: A POST with a form in its body and the required client authentication.
  /// - Throws: `StepFailure` with `clientSecretMissing` if a confidential client has no secret.
  public func output() throws(StepFailure) -> HTTPRequest {
    var fields = [
      HTTPField("Content-Type", Form.mediaType),
      HTTPField("Accept", "application/json"),
    ]
    try checkClient()
    let authentication = try client.authentication(server.clientAuthentication)
    if let field = authentication.field { fields.insert(field, at: 0) }
    return HTTPRequest(
      method: "POST", url: server.tokenEndpoint, fields: fields,
      body: Array(form(authentication).encoded.utf8))
  }

  /// The extra parameters that the endpoint does not already have (RFC 6749 §3.2).
  var ownParameters: [AuthorizationParameter] {
    let query = URLParts(server.tokenEndpoint).query.flatMap { try? Form(decoding: $0) }
    let names = AuthorizationParameter.reservedForTokens.union(query?.pairs.map(\.name) ?? [])
    return server.tokenParameters.filter { !names.contains($0.name) }
  }

  /// Checks that only a confidential client uses client credentials (RFC 6749 §4.4).
  private func checkClient() throws(StepFailure) {
    let sendsNoSecret = server.clientAuthentication == .none
    guard grant == .clientCredentials, sendsNoSecret || !client.applicationType.isConfidential
    else {
      return
    }
    throw StepFailure(
      .clientSecretMissing,
      sendsNoSecret
        ? "The client credentials grant requires client authentication."
        : "The client credentials grant requires a server application.",
      expected: "application type server, with its client secret",
      received: sendsNoSecret
        ? "client authentication none"
        : "application type \(client.applicationType.rawValue)",
      why:
        "Only the secret proves which client is calling, and a secret shipped inside an app is not secret.",
      reference: .rfc6749("4.4"))
  }

  /// Returns the form with the extra parameters.
  private func form(_ authentication: Client.Authentication) -> Form {
    Form(pairs(authentication) + ownParameters.map { Form.Pair($0.name, $0.value) })
  }

  /// Returns the parameters of RFC 6749 §4.1.3, §4.4.2, or §6, and of RFC 7636 §4.5.
  ///
  /// Fitbit's guide requires client_id from every application type.
  private func pairs(_ authentication: Client.Authentication) -> [Form.Pair] {
    let identifier = [Form.Pair("client_id", client.identifier)] + authentication.pairs
    switch grant {
    case .authorizationCode(let code, let verifier, let redirectURI):
      return [Form.Pair("grant_type", "authorization_code")] + identifier
        + [Form.Pair("code", code.value)]
        + (verifier.map { [Form.Pair("code_verifier", $0.value)] } ?? [])
        + [Form.Pair("redirect_uri", redirectURI.value)]
    case .refreshToken(let token):
      return [Form.Pair("grant_type", "refresh_token")] + identifier
        + [Form.Pair("refresh_token", token.value)]
    // RFC 6749 §4.4.2: HTTP Basic authentication names the client, so only the scope is missing.
    case .clientCredentials:
      return [Form.Pair("grant_type", "client_credentials")]
        + (authentication.field == nil ? identifier : []) + scopePairs
    }
  }

  private var scopePairs: [Form.Pair] {
    guard let scope, !scope.names.isEmpty else { return [] }
    return [Form.Pair("scope", scope.value(separatedBy: server.scopeSeparator))]
  }
}

/// The grant that a client exchanges for tokens (RFC 6749 §1.3).
public enum Grant: Hashable, Sendable {
  /// The code from step 3, with the verifier from step 1 and the redirect URI from step 2.
  ///
  /// Without a challenge there is no verifier, which must be written at the call.
  case authorizationCode(
    AuthorizationCode, verifier: CodeVerifier?, redirectURI: RedirectURI)
  /// A refresh token (RFC 6749 §6).
  case refreshToken(RefreshToken)
  /// Only the client's own authentication (RFC 6749 §4.4).
  case clientCredentials
}
