public import HTTPMessages
public import Vocabulary

/// Step 2: the request that the app opens in the user's browser.
///
/// The answer comes back through the browser too, and `AuthorizationResponse` reads it.
/// RFC 6749 §4.1.1 and §4.2.1, and RFC 7636 §4.3 for the code challenge.
public struct AuthorizationRequest: BuildingStep {
  /// The request that it builds.
  public typealias Message = HTTPRequest

  /// The server that is asked.
  public let server: AuthorizationServer
  /// The app that asks.
  public let client: Client
  /// The data that it asks for.
  public let scope: Scope
  /// The value that must come back unchanged.
  public let state: State
  /// What the browser shall bring back.
  public let responseType: ResponseType
  /// Pages to show even if they are not needed; `nil` leaves that to the server.
  public let prompt: Prompt?

  /// Sets the step up for any response type.
  ///
  /// Neither state nor response type has a default: RFC 9700 §2.1 wants the protections thought of.
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

  /// Sets the step up for a code that is bound to a code verifier, which is what to do.
  public init(
    server: AuthorizationServer, client: Client, scope: Scope, state: State,
    challenge: CodeChallenge, prompt: Prompt? = nil
  ) {
    self.init(
      server: server, client: client, scope: scope, state: state,
      responseType: .code(challenge: challenge), prompt: prompt)
  }

  /// Builds the request.
  ///
  /// - Returns: A GET for the browser, without header fields or body: those are the browser's.
  /// - Throws: `StepFailure` with `scopeInvalid` when a scope name cannot be sent.
  public func output() throws(StepFailure) -> HTTPRequest {
    try checkScope()
    return HTTPRequest(
      .front, method: "GET",
      url: server.authorizationEndpoint + separator
        + Form(pairs + ownParameters.map { Form.Pair($0.name, $0.value) }).encoded)
  }

  /// RFC 6749 §3.1: a query that the endpoint has is retained, and the parameters are added to it.
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
    // RFC 6749 §3.3: without it the server uses its default, or refuses.
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

  /// What the server wants besides; RFC 6749 §3.1: a parameter must not be there twice, so the request's
  /// own value wins.
  var ownParameters: [AuthorizationParameter] {
    let query = URLParts(server.authorizationEndpoint).query.flatMap { try? Form(decoding: $0) }
    let names = AuthorizationParameter.reserved.union((pairs + (query?.pairs ?? [])).map(\.name))
    return server.authorizationParameters.filter { !names.contains($0.name) }
  }

  private func checkScope() throws(StepFailure) {
    let expected = "scope names separated by spaces, such as: activity sleep"
    let why = "The server would refuse the request, and the user would see its error page."
    guard !scope.names.isEmpty || !server.followsFitbitsGuide else {
      throw StepFailure(
        .scopeInvalid, "There is no scope to ask for.", expected: expected, received: "nothing",
        why: why, reference: .rfc6749("3.3"))
    }
    if let character = scope.firstForbiddenCharacter {
      throw StepFailure(
        .scopeInvalid, "A scope name cannot hold the character \(character.harmlessName).",
        expected: expected, received: scope.value, why: why, reference: .rfc6749("3.3"))
    }
  }
}
