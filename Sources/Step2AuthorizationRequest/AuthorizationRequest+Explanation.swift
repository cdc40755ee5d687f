public import HTTPMessages
public import Vocabulary

extension AuthorizationRequest {
  /// The heading of step 2: title, purpose, and channel.
  public static let heading = StepHeading(
    number: .authorizationRequest, name: "authorization-request", title: "Authorization request",
    purpose: """
      The client sends the user's browser to the authorization server. The user signs in there and grants or denies access. The client never sees the password.
      """,
    traffic: "Front channel: the browser, its history, and server logs see this URL.",
    details: ["authorization_endpoint"])

  /// The values that tie the response to browser and client, with the server's own words.
  public var protection: String {
    let ties =
      switch responseType {
      case .code(.some):
        "state ties the redirect to this browser; the challenge ties the code to this transaction."
      case .code(nil):
        "state ties the redirect to this browser. Without a challenge, nothing ties the code to "
          + "this transaction."
      case .token:
        "state ties the redirect to this browser. Nothing will protect the token: do not build "
          + "this flow (RFC 9700 §2.1.2)."
      }
    return [ties, server.words(on: .stateAndRedirectURI)].compactMap(\.self).joined(separator: " ")
  }

  /// The endpoint and the values of the parameters.
  public var inputs: [Parameter] {
    var values: [(String, String, Origin)] = [
      ("authorization_endpoint", server.authorizationEndpoint, .given),
      ("client_id", client.identifier, .given),
      ("redirect_uri", client.redirectURI.value, .given),
      ("scope", scope.value, .given),
      ("state", state.value, .given),
    ]
    switch responseType {
    case .code(let challenge?):
      values.append(("code_challenge", challenge.value, .given))
      values.append(("code_challenge_method", challenge.method.rawValue, .given))
    case .token(let lifetime?):
      values.append(("requested_lifetime", String(lifetime.seconds), .given))
    case .code(nil), .token(nil): break
    }
    if let prompt { values.append(("prompt", prompt.rawValue, .given)) }
    return values.map { Parameter($0, $1, in: .insideTheClient, origin: $2) }
  }

  /// Returns the URL of the request.
  public func outputs(of request: HTTPRequest) -> [Parameter] {
    [
      Parameter("authorization_request", request.url, in: .insideTheClient, origin: .computed)
    ]
  }

  /// Returns the reasons for state and redirect_uri, and notes on other parameters and scopes.
  public func notes(on request: HTTPRequest) -> [Note] {
    let others = ownParameters.map {
      // The parts of the request show the purpose of each.
      $0.isGiven
        ? "Also sent, as given on the command line: \($0.name)=\($0.value)."
        : "\(server.name) also requires \($0.name)=\($0.value)."
    }
    return ([whyStateAndRedirectURI] + warnings).map(Note.remark)
      + (others + scopeNotes + promptNotes + issuerNotes + unknownScopeNotes).map(Note.notice)
  }

  private var whyStateAndRedirectURI: String {
    let opening =
      server.words(on: .stateAndRedirectURI) == nil
      ? "RFC 6749 §4.1.1 recommends state. The workbench always sends both state and redirect_uri. "
      : ""
    return opening + useOfState
      + " redirect_uri is required unless exactly one is registered "
      + "(RFC 6749 §3.1.2.3)\(useOfRedirectURI)."
  }

  /// The reason for state; a client that has ensured PKCE may rely on that instead (RFC 9700 §2.1).
  private var useOfState: String {
    if case .code(challenge: .some) = responseType {
      return
        "Without state, only PKCE would stop a planted redirect, and only at a server that checks "
        + "the verifier (RFC 9700 §2.1, §4.7.1)."
    }
    return
      "Without state, the client cannot detect a planted redirect (RFC 6749 §10.12)."
  }

  /// The other reason for sending the redirect URI, as the end of a sentence.
  private var useOfRedirectURI: String {
    switch responseType {
    case .code: ". The server compares it with the one in step 4"
    case .token: ""
    }
  }

  /// The warnings about a missing challenge and about the implicit flow.
  private var warnings: [String] {
    switch responseType {
    case .code(.some): []
    case .code(nil):
      [
        "There is no code_challenge. "
          + (server.words(on: .missingChallenge)
            ?? "The client secret alone decides who can exchange the code.")
          + " An attacker can still inject a stolen code, and the server does not notice "
          + "(RFC 9700 §4.5)."
      ]
    case .token:
      [
        "Learn to recognize and replace this flow. With response_type=token, the server puts the "
          + "access token into a URL. RFC 9700 §2.1.2 advises against it, and the draft of OAuth "
          + "2.1 omits it. Use a code with PKCE instead."
      ]
    }
  }
}
