public import HTTPMessages
public import Vocabulary

/// Step 2: the request that the client opens in the user's browser.
///
/// The response also passes through the browser, and `AuthorizationResponse` reads it.
/// RFC 6749 §4.1.1 and §4.2.1, and RFC 7636 §4.3 for the code challenge.
public struct AuthorizationRequest: BuildingStep {
  /// The GET request for the browser.
  public typealias Message = HTTPRequest

  /// The authorization server that receives the request.
  public let server: AuthorizationServer
  /// The client that requests access.
  public let client: Client
  /// The requested scopes.
  public let scope: Scope
  /// The state, which the authorization response must return unchanged.
  public let state: State
  /// The requested response: a code or a token.
  public let responseType: ResponseType
  /// The pages to show even if they are not needed, or `nil` to let the server decide.
  public let prompt: Prompt?

  /// Creates a request with any response type.
  ///
  /// State and response type have no default, so that no protection is omitted by accident
  /// (RFC 9700 §2.1).
  public init(
    server: AuthorizationServer, client: Client, scope: Scope, state: State,
    responseType: ResponseType, prompt: Prompt? = nil
  ) {
    self.server = server
    self.client = client
    self.scope = scope
    self.state = state
    self.responseType = responseType
    self.prompt = prompt
  }

  /// Creates a request for a code that is bound to a code verifier, as recommended.
  public init(
    server: AuthorizationServer, client: Client, scope: Scope, state: State,
    challenge: CodeChallenge, prompt: Prompt? = nil
  ) {
    self.init(
      server: server, client: client, scope: scope, state: state,
      responseType: .code(challenge: challenge), prompt: prompt)
  }

  /// Returns the URL for the browser as a request.
  ///
  /// - Returns: A GET without header fields or body: the browser adds its own.
  /// - Throws: `StepFailure` with `scopeInvalid` if a scope cannot be sent.
  public func output() throws(StepFailure) -> HTTPRequest {
    try checkScope()
    return HTTPRequest(
      .front, method: "GET",
      url: server.authorizationEndpoint + separator
        + Form(pairs + ownParameters.map { Form.Pair($0.name, $0.value) }).encoded)
  }

  /// The character before the parameters; a query of the endpoint is retained (RFC 6749 §3.1).
  private var separator: String {
    URLParts(server.authorizationEndpoint).query == nil ? "?" : "&"
  }

  /// The query, in the order of RFC 6749 §4.1.1 and §4.2.1 and then RFC 7636 §4.3.
  private var pairs: [Form.Pair] {
    var pairs = [
      Form.Pair("response_type", responseType.name),
      Form.Pair("client_id", client.identifier),
      Form.Pair("redirect_uri", client.redirectURI.value),
    ]
    // RFC 6749 §3.3: without it, the server uses its default or rejects the request.
    if !scope.names.isEmpty {
      pairs.append(Form.Pair("scope", scope.value(separatedBy: server.scopeSeparator)))
    }
    pairs.append(Form.Pair("state", state.value))
    switch responseType {
    case .code(let challenge?):
      pairs.append(Form.Pair("code_challenge", challenge.value))
      pairs.append(Form.Pair("code_challenge_method", challenge.method.rawValue))
    case .token(let lifetime?): pairs.append(Form.Pair("expires_in", String(lifetime.seconds)))
    case .code(nil), .token(nil): break
    }
    if let prompt { pairs.append(Form.Pair("prompt", prompt.rawValue)) }
    return pairs
  }

  /// The extra parameters of the server that the request does not already have.
  ///
  /// RFC 6749 §3.1 forbids repeated parameters.
  var ownParameters: [AuthorizationParameter] {
    let query = URLParts(server.authorizationEndpoint).query.flatMap { try? Form(decoding: $0) }
    let names = AuthorizationParameter.reserved.union((pairs + (query?.pairs ?? [])).map(\.name))
    return server.authorizationParameters.filter { !names.contains($0.name) }
  }

  private func checkScope() throws(StepFailure) {
    let expected = "scopes separated by spaces, such as: activity sleep"
    let why = "The server would reject the request, and the user would see an error page."
    guard !scope.names.isEmpty || !server.followsFitbitsGuide else {
      throw StepFailure(
        .scopeInvalid, "There is no scope to request.", expected: expected, received: "nothing",
        why: why, reference: .rfc6749("3.3"))
    }
    if let character = scope.firstForbiddenCharacter {
      throw StepFailure(
        .scopeInvalid, "A scope cannot contain the character \(character.harmlessName).",
        expected: expected, received: scope.value, why: why, reference: .rfc6749("3.3"))
    }
  }
}
