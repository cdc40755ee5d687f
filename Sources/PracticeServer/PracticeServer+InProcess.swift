public import HTTPMessages
public import Vocabulary

extension PracticeServer {
  /// Responds to a browser in this process, after its user's decision.
  ///
  /// - Parameters:
  ///   - request: The authorization request.
  ///   - user: The signed-in user of that browser, or `nil` for the default one.
  ///   - decision: The user's decision, given the requested scopes.
  /// - Returns: The last response of the server, normally the redirect.
  public func respond(
    to request: HTTPRequest, as user: PracticeUser? = nil,
    deciding decision: @Sendable (Scope) -> UserDecision
  ) -> LoggedResponse {
    var last = respond(to: user.map { signedIn($0, sending: request) } ?? request)
    guard request.method == "GET", URLParts(request.url).path == PracticePath.authorize else {
      return last
    }
    var relaxed = last.relaxed
    // Submit each page, first sign-in and then consent, until the server redirects.
    while last.response.status == 200, let (pageToken, pending) = ledger.newestPending {
      last = respond(to: submission(pageToken, pending, decision))
      relaxed += last.relaxed.filter { !relaxed.contains($0) }
    }
    return LoggedResponse(response: last.response, summary: last.summary, relaxed: relaxed)
  }

  /// Returns the request as sent by a browser in which a user is signed in.
  private func signedIn(_ user: PracticeUser, sending request: HTTPRequest) -> HTTPRequest {
    let browser = token(octets: 16)
    browsers.put(true, under: browser)
    accounts.put(user.identifier, under: browser)
    let cookie = HTTPField("Cookie", "\(PracticeExchange.cookieName)=\(browser)")
    return HTTPRequest(
      method: request.method, url: request.url, fields: request.fields + [cookie],
      body: request.body)
  }

  /// Returns the form of a page as a browser submits it.
  private func submission(
    _ pageToken: String, _ pending: WaitingRequest, _ decision: @Sendable (Scope) -> UserDecision
  ) -> HTTPRequest {
    let (path, fields): (String, [Form.Pair]) =
      switch pending.page {
      case .signIn: (PracticePath.signIn, [])
      case .consent: (PracticePath.decision, pairs(decision(Scope(pending.request.scope))))
      }
    let form = Form([Form.Pair("page_token", pageToken)] + fields)
    return HTTPRequest(
      method: "POST", url: configuration.baseURL + path,
      fields: [
        HTTPField("Content-Type", Form.mediaType),
        HTTPField("Cookie", "\(PracticeExchange.cookieName)=\(pending.browser)"),
      ], body: Array(form.encoded.utf8))
  }

  private func pairs(_ decision: UserDecision) -> [Form.Pair] {
    switch decision {
    case .deny: [Form.Pair("decision", "deny")]
    case .allow(let scope):
      [Form.Pair("decision", "allow")] + scope.names.map { Form.Pair("scope", $0) }
    }
  }
}

/// The user's decision on the consent page.
public enum UserDecision: Hashable, Sendable {
  /// The user grants these scopes.
  case allow(Scope)
  /// The user denies access.
  case deny
}
