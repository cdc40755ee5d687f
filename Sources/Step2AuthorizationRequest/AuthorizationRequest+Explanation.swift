public import HTTPMessages
public import Vocabulary

extension AuthorizationRequest {
  /// What step 2 is called and what it is for.
  public static let heading = StepHeading(
    number: .authorizationRequest, name: "authorization-request", title: "Authorization request",
    purpose: """
      The app sends the user's browser to the authorization server, with a URL that says who asks \
      for what. The user signs in there and decides there, on the consent page: the app never sees \
      the password. All that stands in this URL is seen by the browser, its history and anything else \
      that can see URLs, so nothing secret may stand in it.
      """,
    traffic: "The app opens this in the browser: the front channel.")

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
    var notes: [Note] = [.remark(whyStateAndRedirectURI)]
    notes += responseType.warnings.map(Note.remark)
    notes += ownParameters.map {
      .remark("\(server.name) wants \($0.name)=\($0.value) besides. \($0.purpose)")
    }
    let unknown = scope.names.filter { name in !server.scopes.contains { $0.name == name } }
    if !unknown.isEmpty, !server.scopes.isEmpty {
      notes.append(
        .remark(
          "\(server.name)'s documentation does not list: \(unknown.joined(separator: ", ")). The server "
            + "may answer with an error page."))
    }
    return notes
  }

  private var whyStateAndRedirectURI: String {
    let opening =
      server.followsFitbitsGuide
      ? "The list of required parameters in Fitbit's guide has neither state nor redirect_uri. Both are "
        + "sent all the same."
      : "RFC 6749 §4.1.1 recommends state, and asks for redirect_uri only where more than one is "
        + "registered. Both are always sent here."
    return opening + " " + """
      Without state, nothing ties the redirect to this browser, and an attacker can \
      plant a redirect of their own (RFC 6749 §10.12). redirect_uri is required as soon as more \
      than one is registered\(responseType.useOfRedirectURI).
      """
  }
}
