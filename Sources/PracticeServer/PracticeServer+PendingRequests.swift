import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Shows a page that the user must submit, and stores the request it was shown for.
  func show(
    _ page: WaitingRequest.Page, for request: ValidAuthorizationRequest, to user: PracticeUser,
    _ exchange: inout PracticeExchange
  ) -> HTTPResponse {
    let browser = browser(of: &exchange)
    let pageToken = token(octets: 16)
    update {
      $0.pending.put(
        WaitingRequest(
          request: request, page: page, browser: browser, user: user.identifier,
          expiresAt: now() + 600),
        under: pageToken)
    }
    let text: String
    switch page {
    case .signIn:
      exchange.summary = "sign-in page for \(request.client)"
      text = Page.signIn(request, users: configuration.users, pageToken: pageToken)
    case .consent:
      exchange.summary = "consent page for \(request.client)"
      text = Page.consent(
        request, of: user, isOnly: configuration.users.count == 1, pageToken: pageToken)
    }
    return HTTPResponse.page(200, text)
      .adding(pageFields(formTarget: request.redirectURI, &exchange.rules))
      .adding([
        HTTPField(
          "Set-Cookie",
          "\(PracticeExchange.cookieName)=\(browser); Path=/oauth2; HttpOnly; SameSite=Lax"
            + (configuration.baseURL.hasPrefix("https:") ? "; Secure" : ""))
      ])
  }

  /// Returns the value that identifies the browser: its cookie if issued here, or a new one.
  private func browser(of exchange: inout PracticeExchange) -> String {
    if let cookie = exchange.browserCookie,
      browsers[cookie] != nil || !exchange.rules.rejects(.issuedCookie, when: true)
    {
      return cookie
    }
    let value = token(octets: 16)
    browsers.put(true, under: value)
    return value
  }

  /// Returns the form of a page, and the request that the page was shown for.
  ///
  /// - Throws: `PageError` unless the browser that was shown the page submits it, once and in time.
  func submittedPage(
    _ page: WaitingRequest.Page, _ exchange: inout PracticeExchange
  ) throws(PageError) -> (request: ValidAuthorizationRequest, user: PracticeUser, form: Form) {
    guard let form = exchange.form, let pageToken = form.value(of: "page_token") else {
      throw PageError("invalid_request", "The decision is incomplete", reconstructed: true)
    }
    guard let pending = update({ $0.pending.take(pageToken) }), pending.expiresAt > now(),
      pending.page == page
    else {
      throw PageError(
        "invalid_request", "This page was already submitted, or it has expired", reconstructed: true
      )
    }
    // An attacker who opened the page in their own browser also has its one-time value.
    let isForeign =
      exchange.comesFromElsewhere
      || !isEqualInConstantTime(
        Array((exchange.browserCookie ?? "").utf8), Array(pending.browser.utf8))
    if exchange.rules.rejects(.consentToken, when: isForeign) {
      throw PageError(
        "invalid_request", "The form was sent from another browser or website",
        reconstructed: true, rule: .consentToken)
    }
    return (pending.request, user(of: pending), form)
  }
}
