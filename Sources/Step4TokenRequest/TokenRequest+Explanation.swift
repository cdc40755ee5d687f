public import HTTPMessages
public import Vocabulary

extension TokenRequest {
  /// What step 4 is called and what it is for.
  public static let heading = StepHeading(
    number: .tokenRequest, name: "token-request", title: "Token request",
    purpose: """
      The app exchanges the code for tokens. This request goes from the app to the server directly, \
      not in a URL of the browser: here the code verifier is shown for the first time, and a server \
      application authenticates with its secret. The server hashes the verifier and compares it with the \
      challenge of step 2; a thief who caught the code cannot pass.
      """,
    traffic: "The app sends this to the server directly: the back channel.")

  /// What this very request is for.
  public var purpose: String {
    switch grant {
    case .authorizationCode(_, verifier: .some, _) where server.mayIgnorePKCE:
      Self.heading.purpose + " " + Self.mayBeIgnored
    case .authorizationCode(_, verifier: .some, _), .refreshToken: Self.heading.purpose
    case .authorizationCode(_, verifier: nil, _):
      """
      The app exchanges the code for tokens. This request goes from the app to the server directly, \
      not in a URL of the browser, and the app authenticates with its client secret. That secret is all \
      that stops a thief who caught the code: nothing ties the code to the session that asked for it.
      """
    case .clientCredentials:
      """
      The app asks for a token for itself. There is no user, no browser and no code: the app shows \
      who it is with its client secret, directly to the server, and gets a token for what belongs to \
      the app. \(server.words(on: .ownToken) ?? Self.arranged)
      """
    }
  }

  /// RFC 8414 §2: a server that has PKCE names its methods.
  private static let mayBeIgnored =
    "This server does not say that it does: it may never look at the verifier."

  /// RFC 6749 §4.4: it may also be another owner's data, if that was arranged before.
  private static let arranged =
    "It opens a user's data only if that was arranged with the server beforehand (RFC 6749 §4.4)."

  /// What the request is made of.
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

  /// How the client authenticates.
  public func outputs(of request: HTTPRequest) -> [Parameter] {
    let way =
      switch (client.applicationType.isConfidential, server.clientAuthentication) {
      case (false, _), (true, .none): "none: only client_id in the body"
      case (true, .header): "Basic header: the client secret proves which app is calling"
      case (true, .body): "client_secret in the body: it proves which app is calling"
      }
    return [Parameter("client_authentication", way, in: .insideTheClient, origin: .computed)]
  }
}
