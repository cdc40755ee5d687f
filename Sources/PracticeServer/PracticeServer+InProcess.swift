public import HTTPMessages
public import Vocabulary

extension PracticeServer {
  /// What a user's decision leads to, for a browser that lives in this process.
  ///
  /// - Parameters:
  ///   - request: The authorization request.
  ///   - user: The user who is signed in in that browser; `nil` for the usual one.
  ///   - decision: What the user decides, given the scopes that are asked for.
  /// - Returns: The answer of the authorization endpoint, after the decision.
  public func answer(
    to request: HTTPRequest, as user: PracticeUser? = nil,
    deciding decision: @Sendable (Scope) -> UserDecision
  ) -> Answer {
    var last = answer(to: user.map { signedIn($0, sending: request) } ?? request)
    guard request.method == "GET", URLParts(request.url).path == PracticePath.authorize else {
      return last
    }
    var relaxed = last.relaxed
    // Sign in, then consent: each page that comes is answered, until the browser is sent back.
    while last.response.status == 200, let (pageToken, pending) = ledger.newestPending {
      last = answer(to: press(pageToken, pending, decision))
      relaxed += last.relaxed.filter { !relaxed.contains($0) }
    }
    return Answer(response: last.response, summary: last.summary, relaxed: relaxed)
  }

  /// A request from a browser in which a user is signed in.
  private func signedIn(_ user: PracticeUser, sending request: HTTPRequest) -> HTTPRequest {
    let browser = token(octets: 16)
    browsers.put(true, under: browser)
    accounts.put(user.identifier, under: browser)
    let cookie = HTTPField("Cookie", "\(PracticeExchange.cookieName)=\(browser)")
    return HTTPRequest(
      method: request.method, url: request.url, fields: request.fields + [cookie],
      body: request.body)
  }

  /// The form of a page as a browser sends it.
  private func press(
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

/// What the user decides on the consent page.
public enum UserDecision: Hashable, Sendable {
  /// Allows these scopes.
  case allow(Scope)
  /// Says no.
  case deny
}
