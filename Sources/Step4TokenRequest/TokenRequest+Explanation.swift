public import HTTPMessages
public import Vocabulary

extension TokenRequest {
  /// What step 4 is called and what it is for.
  public static let heading = StepHeading(
    number: 4, name: "token-request", title: "Token request",
    purpose: """
      The app exchanges the code for tokens. This request goes from the app to the server directly, \
      not through the browser: here the code verifier is shown for the first time, and a server application \
      authenticates with its secret. The server hashes the verifier and compares it with the \
      challenge of step 2; a thief who caught the code cannot pass.
      """,
    traffic: "The app sends this to the server directly: the back channel.")

  /// What the request is made of.
  public var inputs: [Parameter] {
    var values: [(String, String, Origin)] = [
      ("token_endpoint", server.tokenEndpoint, .given),
      ("application_type", client.applicationType.rawValue, .given),
      ("client_id", client.identifier, .given),
    ]
    if client.applicationType.isConfidential, let secret = client.secret {
      values.append(("client_secret", secret.value, .given))
    }
    switch grant {
    case .authorizationCode(let code, let verifier, let redirectURI):
      values += [
        ("code", code.value, .given),
        ("code_verifier", verifier.value, .given),
        ("redirect_uri", redirectURI.value, .given),
      ]
    case .refreshToken(let token): values.append(("refresh_token", token.value, .given))
    }
    return values.map { Parameter($0, $1, in: .insideTheClient, origin: $2) }
  }

  /// How the client authenticates.
  public func outputs(of request: HTTPRequest) -> [Parameter] {
    let way =
      client.applicationType.isConfidential
      ? "Basic header: the client secret proves which app is calling"
      : "none: only client_id in the body"
    return [Parameter("client_authentication", way, in: .insideTheClient, origin: .computed)]
  }

  /// What differs between the application types.
  public func notes(on request: HTTPRequest) -> [Note] {
    [
      .remark(
        client.applicationType.isConfidential
          ? "This is a server application: the secret says which app is calling, the verifier that it is "
            + "the one that began. A client or personal application sends the same body without the "
            + "Authorization header: a secret inside an app that everybody can take apart is none, and "
            + "the verifier does without. Try --app-type client."
          : "This is \(client.applicationType.meaning). A server application also sends an Authorization "
            + "header with its secret: try --app-type server."),
      .remark(
        "Fitbit's guide calls these query parameters. They belong in the body: a URL with a code and a "
          + "verifier in it would stand in server logs."),
    ]
  }
}
