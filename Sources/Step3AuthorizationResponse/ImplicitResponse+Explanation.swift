import HTTPMessages
public import Vocabulary

extension ImplicitResponse {
  /// What step 3 is called and what it is for, in the implicit flow.
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

  /// The state is all that was checked.
  public var protection: String {
    "The state is the one from step 2. Nothing protects the token: anyone who reads this URL can use it."
  }

  /// What the redirect is held against.
  public var inputs: [Parameter] {
    [
      Parameter("redirect", redirect.url, in: .insideTheClient, origin: origin),
      Parameter(
        "redirect_uri", expectedRedirectURI.value, in: .insideTheClient, origin: .given),
      Parameter("expected_state", expectedState.value, in: .insideTheClient, origin: .given),
      Parameter("requested_scope", requestedScope.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// The token, and what was granted.
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

  /// What follows from this answer.
  func notes(_ tokens: Tokens) -> [Note] {
    let handedOver =
      "A server never sees what follows the #. An app that waits for the browser at an address of its own "
      + "gets it only from a script on its page, as every other script there does."
    let days = tokens.expiresIn.map { $0 / 86_400 } ?? 0
    let lifetime = days > 0 ? " for \(days) day\(days == 1 ? "" : "s")" : " until it ends"
    return [
      .remark(
        "Whoever has read this address holds the token, and can use it\(lifetime). With PKCE the address "
          + "would hold a code, which opens nothing by itself."),
      .remark(handedOver),
    ]
  }
}
