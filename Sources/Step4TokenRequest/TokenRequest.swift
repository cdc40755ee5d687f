public import HTTPMessages
public import Vocabulary

/// Step 4: the request that exchanges the authorization code for tokens.
///
/// The app sends it to the server directly; `TokenResponse` reads the answer.
/// RFC 6749 §4.1.3, and RFC 7636 §4.5 for the code verifier.
public struct TokenRequest: BuildingStep {
  /// The request that it builds.
  public typealias Message = HTTPRequest

  /// The server that issued the code.
  public let server: AuthorizationServer
  /// The app that was given the code.
  public let client: Client
  /// What is exchanged.
  public let grant: Grant
  /// The scope that the client asks for in this request; `nil` if it asked for it in step 2, or for none.
  public let scope: Scope?

  /// Sets the step up.
  public init(server: AuthorizationServer, client: Client, grant: Grant, scope: Scope? = nil) {
    self.server = server
    self.client = client
    self.grant = grant
    self.scope = scope
  }

  /// Builds the request.
  ///
  /// - Returns: A POST with a form in its body, and a Basic header for a confidential client.
  /// - Throws: `StepFailure` with `clientSecretMissing` for a confidential client without its secret.
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

  /// What the request has besides; RFC 6749 §3.2: a parameter must not be there twice.
  var ownParameters: [AuthorizationParameter] {
    let query = URLParts(server.tokenEndpoint).query.flatMap { try? Form(decoding: $0) }
    let names = AuthorizationParameter.reservedForTokens.union(query?.pairs.map(\.name) ?? [])
    return server.tokenParameters.filter { !names.contains($0.name) }
  }

  /// RFC 6749 §4.4: client credentials are for confidential clients only.
  private func checkClient() throws(StepFailure) {
    let isSilent = server.clientAuthentication == .none
    guard grant == .clientCredentials, isSilent || !client.applicationType.isConfidential else {
      return
    }
    throw StepFailure(
      .clientSecretMissing,
      isSilent
        ? "Client credentials need a client that authenticates."
        : "Client credentials need a server application.",
      expected: "application type server, with its client secret",
      received: isSilent
        ? "the client authentication none"
        : "application type \(client.applicationType.rawValue)",
      why:
        "The secret is all that proves anything here, and in an app that everybody can take apart it is none.",
      reference: .rfc6749("4.4"))
  }

  /// The form, with what the server wants in it besides.
  private func form(_ authentication: Client.Authentication) -> Form {
    Form(pairs(authentication) + ownParameters.map { Form.Pair($0.name, $0.value) })
  }

  /// The form of RFC 6749 §4.1.3, §4.4.2 or §6, and of RFC 7636 §4.5.
  ///
  /// The guide wants client_id from every application type.
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
    // RFC 6749 §4.4.2: a Basic header says which client it is; there is nothing to say but the scope.
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

/// What a client offers in exchange for tokens: RFC 6749 §1.3.
public enum Grant: Hashable, Sendable {
  /// The code of step 3, with the verifier of step 1 and the redirect URI of step 2.
  ///
  /// A code that was asked for without a challenge has no verifier; that is written at the call.
  case authorizationCode(
    AuthorizationCode, verifier: CodeVerifier?, redirectURI: RedirectURI)
  /// A refresh token, for a new pair: RFC 6749 §6.
  case refreshToken(RefreshToken)
  /// Nothing but the client's own authentication: RFC 6749 §4.4.
  case clientCredentials
}
