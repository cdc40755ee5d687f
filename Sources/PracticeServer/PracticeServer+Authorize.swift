public import HTTPMessages
public import Vocabulary

extension PracticeServer {
  /// The authorization endpoint: RFC 6749 §3.1.
  func authorize(_ exchange: inout Exchange) -> HTTPResponse {
    guard let form = exchange.query else {
      return refuse(
        PageError("invalid_request", "The query cannot be decoded", reconstructed: true), &exchange)
    }
    var check = AuthorizationCheck(
      configuration: configuration, form: form, rules: exchange.rules)
    let result = Result { () throws(PageError) in try check.validRequest() }
    exchange.rules = check.rules
    switch result {
    case .success(let request): return ask(request, &exchange)
    case .failure(let error): return refuse(error, &exchange)
    }
  }

  /// Shows the consent page, unless nothing has to be asked.
  private func ask(_ request: ValidAuthorizationRequest, _ exchange: inout Exchange) -> HTTPResponse
  {
    let granted = Scope(consented(to: request.client))
    let wanted = Scope(request.scope)
    let isKnown = wanted.names(missingFrom: granted).isEmpty
    let asks = request.prompt.map { $0 != "none" } ?? false
    if configuration.autoApproves || isKnown && !asks {
      exchange.summary =
        configuration.autoApproves ? "approved by --auto-approve" : "granted before"
      return grant(wanted, for: request, status: 302)
    }
    exchange.summary = "consent page for \(request.client)"
    let browser = exchange.browserCookie ?? token(octets: 16)
    let pageToken = token(octets: 16)
    update {
      $0.pending.put(
        PendingConsent(request: request, browser: browser, expiresAt: now() + 600),
        under: pageToken)
    }
    let page = Page.consent(request, pageToken: pageToken)
    return HTTPResponse.page(200, page)
      .adding(pageFields(formTarget: request.redirectURI, &exchange.rules))
      .adding([
        HTTPField(
          "Set-Cookie", "\(Exchange.cookieName)=\(browser); Path=/oauth2; HttpOnly; SameSite=Lax")
      ])
  }

  /// The decision of the user, from the consent page's form.
  func decide(_ exchange: inout Exchange) -> HTTPResponse {
    guard let form = exchange.form, let pageToken = form.value(of: "page_token") else {
      return refuse(
        PageError("invalid_request", "The decision is incomplete", reconstructed: true), &exchange)
    }
    guard let pending = update({ $0.pending.take(pageToken) }), pending.expiresAt > now() else {
      return refuse(
        PageError(
          "invalid_request", "This consent page was answered before, or is too old",
          reconstructed: true), &exchange)
    }
    // The one-time value alone would do for an attacker who opened the page for themselves.
    let isForeign = !isEqualInConstantTime(
      Array((exchange.browserCookie ?? "").utf8), Array(pending.browser.utf8))
    if exchange.rules.refuses(.consentToken, when: isForeign) {
      return refuse(
        PageError(
          "invalid_request", "The decision came from another browser than the page was shown to",
          reconstructed: true, rule: .consentToken), &exchange)
    }
    let ticked = form.pairs.filter { $0.name == "scope" }.map(\.value)
    let wanted = Scope(pending.request.scope).names.filter(ticked.contains)
    guard form.value(of: "decision") == "allow", !wanted.isEmpty else {
      exchange.summary = "denied"
      return deny(pending.request)
    }
    exchange.summary = "allowed: \(wanted.joined(separator: " "))"
    return grant(Scope(wanted.joined(separator: " ")), for: pending.request, status: 303)
  }

  /// What a user's decision leads to, for a browser that lives in this process.
  ///
  /// - Parameters:
  ///   - request: The authorization request.
  ///   - decision: What the user decides, given the scopes that are asked for.
  /// - Returns: The answer of the authorization endpoint, after the decision.
  public func answer(
    to request: HTTPRequest, deciding decision: @Sendable (Scope) -> UserDecision
  ) -> Answer {
    let first = answer(to: request)
    guard first.response.status == 200, request.method == "GET",
      Endpoint(path: URLParts(request.url).path) == .authorize, let entry = ledger.newestPending
    else { return first }
    let (token, pending) = entry
    let fields: [Form.Pair] =
      switch decision(Scope(pending.request.scope)) {
      case .deny: [Form.Pair("decision", "deny")]
      case .allow(let scope):
        [Form.Pair("decision", "allow")] + scope.names.map { Form.Pair("scope", $0) }
      }
    let form = Form([Form.Pair("page_token", token)] + fields)
    let second = answer(
      to: HTTPRequest(
        method: "POST", url: configuration.baseURL + "/oauth2/authorize/decision",
        fields: [
          HTTPField("Content-Type", Form.mediaType),
          HTTPField("Cookie", "\(Exchange.cookieName)=\(pending.browser)"),
        ], body: Array(form.encoded.utf8)))
    let more = second.relaxed.filter { !first.relaxed.contains($0) }
    return Answer(
      response: second.response, summary: second.summary, relaxed: first.relaxed + more)
  }

  private func consented(to client: String) -> String {
    (ledger.consents[client] ?? []).joined(separator: " ")
  }

  /// A bad request gets a page and goes nowhere: RFC 9700 §4.11.2, and Fitbit's practice.
  private func refuse(_ error: PageError, _ exchange: inout Exchange) -> HTTPResponse {
    exchange.summary = "refused: \(error.kind) - \(error.message)"
    let target = exchange.query?.value(of: "redirect_uri")
    let canRedirect = target.map { (try? RedirectURI($0)) != nil } ?? false
    if let target, exchange.path == "/oauth2/authorize", canRedirect,
      !exchange.rules.refuses(.noRedirectOnError, when: true)
    {
      let state = exchange.query?.value(of: "state").map { [Form.Pair("state", $0)] } ?? []
      let form = Form(
        [Form.Pair("error", error.kind), Form.Pair("error_description", error.message)] + state)
      return .redirect(to: target.appendingQuery(form.encoded), status: 302)
    }
    let note =
      error.isReconstructed
      ? [HTTPField("Practice-Reconstructed", "Fitbit's own text is not known")] : []
    return HTTPResponse.page(400, Page.error(error))
      .adding(pageFields(formTarget: nil, &exchange.rules) + note)
  }
}
