import HTTPMessages
public import Vocabulary

extension ImplicitResponse {
  /// The heading of step 3 in the implicit flow: title, purpose, and channel.
  public static let heading = StepHeading(
    number: .authorizationResponse, name: "authorization-response",
    title: "Authorization response with a token",
    purpose: """
      The authorization server redirects the browser to the client with the access token, or an error, in the \
      fragment of the URL. The client presents no credential, so the server cannot check who receives the token.
      """,
    traffic:
      "Front channel: the browser, its history, and scripts see this.",
    details: ["redirect", "received_state", "requested_scope"])

  /// The reminder that only the state was checked.
  public var protection: String {
    "The state is the one from step 2. Nothing protects the token: anyone who reads this URL can use it."
  }

  /// The redirect and the values that it is compared with.
  public var inputs: [Parameter] {
    [
      Parameter("redirect", redirect.url, in: .insideTheClient, origin: origin),
      Parameter(
        "redirect_uri", expectedRedirectURI.value, in: .insideTheClient, origin: .given),
      Parameter("expected_state", expectedState.value, in: .insideTheClient, origin: .given),
      Parameter("requested_scope", requestedScope.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Returns the token and the granted scopes.
  func outputs(of tokens: Tokens) -> [Parameter] {
    var outputs: [Parameter] = []
    func add(_ name: String, _ value: String?, in place: Place, _ origin: Origin) {
      guard let value, !value.isEmpty else { return }
      outputs.append(Parameter(name, value, in: place, origin: origin))
    }
    add("access_token", tokens.accessToken.value, in: .implicitResponse, origin)
    add("token_type", tokens.tokenType, in: .implicitResponse, origin)
    add("expires_in", tokens.expiresIn.map(String.init), in: .implicitResponse, origin)
    add("scope", tokens.scope.value, in: .implicitResponse, origin)
    let missing = requestedScope.names(missingFrom: tokens.scope).joined(separator: " ")
    add("scope_not_granted", missing, in: .insideTheClient, .computed)
    add("user_id", tokens.userID, in: .implicitResponse, origin)
    return outputs
  }

  /// Returns the risks of a token in a URL.
  func notes(_ tokens: Tokens) -> [Note] {
    let script =
      "A web server never receives the fragment. A script on the page has to read the token, and every "
      + "other script on it can read it too."
    let days = tokens.expiresIn.map { $0 / 86_400 } ?? 0
    let lifetime = days > 0 ? " for \(days) day\(days == 1 ? "" : "s")" : " until it expires"
    return [
      .remark(
        "The token in the URL works\(lifetime). With PKCE, the URL would contain only a code, which gives "
          + "access to nothing by itself."),
      .remark(script),
    ]
  }
}
