public import HTTPMessages
public import Vocabulary

extension AuthorizationRequest {
  /// What step 2 is called and what it is for.
  public static let heading = StepHeading(
    number: .authorizationRequest, name: "authorization-request", title: "Authorization request",
    purpose: """
      The client sends the user's browser to the authorization server. The user signs in and decides there, \
      so the client never sees the password.
      """,
    traffic: "Front channel: the browser, its history, and server logs see this URL.",
    details: ["authorization_endpoint"])

  /// The bonds that the request creates, and what the server's own guide leaves out of it.
  public var protection: String {
    let bonds =
      switch responseType {
      case .code(.some):
        "state ties the redirect to this browser; the challenge ties the code to this transaction."
      case .code(nil):
        "state ties the redirect to this browser. Without a challenge, nothing ties the code to this transaction."
      case .token:
        "state ties the redirect to this browser. Nothing will protect the token: do not build this flow "
          + "(RFC 9700 §2.1.2)."
      }
    return [bonds, server.words(on: .stateAndRedirectURI)].compactMap(\.self).joined(separator: " ")
  }

  /// What the URL is made of.
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

  /// The finished URL.
  public func outputs(of request: HTTPRequest) -> [Parameter] {
    [
      Parameter("authorization_request", request.url, in: .insideTheClient, origin: .computed)
    ]
  }

  /// Why two parameters are here that the guide's list lacks, and what the scopes give.
  public func notes(on request: HTTPRequest) -> [Note] {
    let others = ownParameters.map {
      // What each is for is said with the parts of the request.
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
      ? "RFC 6749 §4.1.1 recommends state, and requires redirect_uri only if more than one is registered. "
        + "The workbench always sends both. "
      : ""
    return opening + useOfState
      + " redirect_uri is required as soon as more than one is registered\(useOfRedirectURI)."
  }

  /// RFC 9700 §2.1: a client that has made sure of PKCE may rely on it instead.
  private var useOfState: String {
    if case .code(challenge: .some) = responseType {
      return
        "Without state, PKCE alone would tell the app that a redirect was planted, and only at a server that "
        + "checks the verifier (RFC 9700 §2.1, §4.7.1)."
    }
    return
      "Without state, nothing ties the redirect to this browser, and an attacker can plant a redirect of their "
      + "own (RFC 6749 §10.12)."
  }

  /// What else sending the redirect URI is good for.
  private var useOfRedirectURI: String {
    switch responseType {
    case .code: ", and sending it always lets the server compare it with step 4"
    case .token: ""
    }
  }

  /// What is missing in a request of this type, and what that means.
  private var warnings: [String] {
    switch responseType {
    case .code(.some): []
    case .code(nil):
      [
        "There is no code_challenge. "
          + (server.words(on: .missingChallenge)
            ?? "The client secret alone decides who may exchange the code.")
          + " Whoever gets hold of a code can still "
          + "plant it in another session of this app, and the server does not notice (RFC 9700 §4.5). "
          + "state is all that protects the redirect."
      ]
    case .token:
      [
        "Do not build this. The implicit flow is shown so that you recognise it and replace it: "
          + "response_type=token makes the server put the access token itself into an address. RFC 9700 "
          + "§2.1.2 advises against it, and the draft of OAuth 2.1 leaves it out. Use a code with PKCE instead."
      ]
    }
  }
}
