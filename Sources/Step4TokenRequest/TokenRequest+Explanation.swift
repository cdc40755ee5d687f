public import HTTPMessages
public import Vocabulary

extension TokenRequest {
  /// The heading of step 4: title, purpose, and channel.
  public static let heading = StepHeading(
    number: .tokenRequest, name: "token-request", title: "Token request",
    purpose: """
      The client exchanges the code for tokens, directly with the server. It presents the code verifier, \
      whose hash the server compares with the challenge.
      """,
    traffic: "Back channel: only the client and the server see this request.",
    details: ["token_endpoint", "application_type", "client_authentication"])

  /// The purpose of the request with this grant.
  public var purpose: String {
    switch grant {
    case .authorizationCode(_, verifier: .some, _), .refreshToken: Self.heading.purpose
    case .authorizationCode(_, verifier: nil, _):
      """
      The client exchanges the code for tokens, directly with the server. It authenticates with its client \
      secret and presents no code verifier.
      """
    case .clientCredentials:
      """
      The client requests a token for itself, directly from the server. It authenticates with its client secret.
      """
    }
  }

  /// The obstacle for an attacker who has the code.
  public var protection: String {
    switch grant {
    case .authorizationCode(_, verifier: .some, _) where server.mayIgnorePKCE: Self.mayBeIgnored
    case .authorizationCode(_, verifier: .some, _), .refreshToken:
      "Only this client has the verifier, so a stolen code is useless without it."
    case .authorizationCode(_, verifier: nil, _):
      "The secret stops an attacker who exchanges a stolen code, not one who injects it "
        + "(RFC 9700 §4.5)."
    case .clientCredentials:
      "Only the secret proves which client is calling. "
        + "\(server.words(on: .ownToken) ?? Self.arranged)"
    }
  }

  /// The warning for a server that lists no PKCE methods (RFC 8414 §2).
  private static let mayBeIgnored =
    "This server does not say that it checks the verifier: a stolen code may work without it."

  /// The condition for access to a user's data (RFC 6749 §4.4).
  private static let arranged =
    "The token gives access to a user's data only if that was arranged with the server "
    + "(RFC 6749 §4.4)."

  /// The endpoint, the client, and the values of the parameters.
  public var inputs: [Parameter] {
    var values: [(String, String, Origin)] = [
      ("token_endpoint", server.tokenEndpoint, .given),
      ("application_type", client.applicationType.rawValue, .given),
      ("client_id", client.identifier, .given),
    ]
    if client.applicationType.isConfidential, server.clientAuthentication != .none,
      let secret = client.secret
    {
      values.append(("client_secret", secret.value, .given))
    }
    switch grant {
    case .authorizationCode(let code, let verifier, let redirectURI):
      values.append(("code", code.value, .given))
      if let verifier { values.append(("code_verifier", verifier.value, .given)) }
      values.append(("redirect_uri", redirectURI.value, .given))
    case .refreshToken(let token): values.append(("refresh_token", token.value, .given))
    case .clientCredentials:
      if let scope, !scope.names.isEmpty { values.append(("scope", scope.value, .given)) }
    }
    return values.map { Parameter($0, $1, in: .insideTheClient, origin: $2) }
      + ownParameters.map { Parameter($0.name, $0.value, in: .tokenRequest, origin: .given) }
  }

  /// Returns the method of client authentication.
  public func outputs(of request: HTTPRequest) -> [Parameter] {
    let method =
      switch (client.applicationType.isConfidential, server.clientAuthentication) {
      case (false, _), (true, .none): "none: only client_id in the body"
      case (true, .header): "HTTP Basic: the client secret proves which client is calling"
      case (true, .body): "client_secret in the body: it proves which client is calling"
      }
    return [Parameter("client_authentication", method, in: .insideTheClient, origin: .computed)]
  }
}
