import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// The authorization endpoint: RFC 6749 §3.1.
  func authorize(_ exchange: inout PracticeExchange) -> HTTPResponse {
    guard let form = exchange.query else {
      return reject(
        PageError("invalid_request", "The query cannot be decoded", reconstructed: true), &exchange)
    }
    var check = AuthorizationCheck(
      configuration: configuration, form: form, rules: exchange.rules)
    let result = Result { () throws(PageError) in try check.validRequest() }
    exchange.rules = check.rules
    switch result {
    case .success(let request):
      exchange.cause = weakness(of: form)
      return begin(request, &exchange)
    case .failure(let error): return reject(error, &exchange)
    }
  }

  /// What is weak about an accepted request; from now on it is known.
  private func weakness(of form: Form) -> String? {
    let weakness = AuthorizationCause(form: form, configuration: configuration)
      .weakness(states: states, challenges: challenges)
    if let state = form.value(of: "state") { states.put(true, under: state) }
    if let challenge = form.value(of: "code_challenge") { challenges.put(true, under: challenge) }
    return weakness
  }

  /// Leads the user to the first page that the request needs, if it needs one.
  private func begin(
    _ request: ValidAuthorizationRequest, _ exchange: inout PracticeExchange
  ) -> HTTPResponse {
    if let answer = respondWithoutPage(request, &exchange) { return answer }
    let user = user(at: exchange)
    if request.prompts(for: "login") || request.prompts(for: "select_account") {
      return show(.signIn, for: request, to: user, &exchange)
    }
    return askForConsent(request, of: user, redirectStatus: 302, &exchange)
  }

  /// The sign-in page was answered: nobody has a password, so nothing has to be checked but that.
  func signIn(_ exchange: inout PracticeExchange) -> HTTPResponse {
    do {
      let (request, shown, form) = try submittedPage(.signIn, &exchange)
      let user = try choose(form.value(of: "user"), instead: shown, exchange)
      return askForConsent(request, of: user, redirectStatus: 303, &exchange)
    } catch {
      return reject(error, &exchange)
    }
  }

  /// Shows the consent page, unless the user granted all of it before.
  private func askForConsent(
    _ request: ValidAuthorizationRequest, of user: PracticeUser, redirectStatus: Int,
    _ exchange: inout PracticeExchange
  ) -> HTTPResponse {
    let granted = Scope(
      ledger.scopes(grantedBy: user.identifier, to: request.client).joined(separator: " "))
    let wanted = Scope(request.scope)
    let isKnown = wanted.names(missingFrom: granted).isEmpty
    guard isKnown, !request.prompts(for: "consent") else {
      return show(.consent, for: request, to: user, &exchange)
    }
    // RFC 6749 §10.2: without a secret, nothing shows that the same app asks again.
    let isUnproven = configuration.client(named: request.client)?.isPublic ?? true
    if exchange.rules.rejects(.publicClientConsent, when: isUnproven) {
      return show(.consent, for: request, to: user, &exchange)
    }
    exchange.summary = "granted before"
    return grant(wanted, for: request, by: user, status: redirectStatus)
  }

  /// The decision of the user, from the consent page's form.
  func decide(_ exchange: inout PracticeExchange) -> HTTPResponse {
    do {
      let (request, user, form) = try submittedPage(.consent, &exchange)
      if form.value(of: "decision") == "sign-in" {
        return show(.signIn, for: request, to: user, &exchange)
      }
      let ticked = form.pairs.filter { $0.name == "scope" }.map(\.value)
      let wanted = Scope(request.scope).names.filter(ticked.contains)
      guard form.value(of: "decision") == "allow", !wanted.isEmpty else {
        exchange.summary = "denied"
        return deny(request)
      }
      exchange.summary = "allowed: \(wanted.joined(separator: " "))"
      return grant(
        Scope(wanted.joined(separator: " ")), for: request, by: user, status: 303)
    } catch {
      return reject(error, &exchange)
    }
  }

  /// A bad request gets a page and goes nowhere: RFC 9700 §4.11.2, and Fitbit's practice.
  private func reject(_ error: PageError, _ exchange: inout PracticeExchange) -> HTTPResponse {
    exchange.summary = "refused: \(error.kind) - \(error.message)"
    exchange.cause = exchange.query.flatMap {
      AuthorizationCause(form: $0, configuration: configuration).sentence(for: error)
    }
    let target = exchange.query?.value(of: "redirect_uri")
    let canRedirect = target.map { (try? RedirectURI($0)) != nil } ?? false
    // RFC 6749 §4.1.2.1: the client is told, if it is known where to.
    let tellsClient = configuration.errors == .rfc6749 && error.redirectURI != nil
    if let target = error.redirectURI ?? target, exchange.path == PracticePath.authorize,
      canRedirect || tellsClient,
      tellsClient || !exchange.rules.rejects(.noRedirectOnError, when: true)
    {
      let form = Form(
        [Form.Pair("error", error.kind), Form.Pair("error_description", error.message)]
          + responseContext(state: exchange.query?.value(of: "state")))
      // RFC 6749 §4.2.2.1: an answer of the implicit flow has its error in the fragment, too.
      let isImplicit = exchange.query?.value(of: "response_type") == "token"
      return .redirect(
        to: isImplicit ? target + "#" + form.encoded : target.appendingQuery(form.encoded),
        status: 302)
    }
    let note =
      error.isReconstructed
      ? [HTTPField("Practice-Reconstructed", "Fitbit's own text is not known")] : []
    return HTTPResponse.page(400, Page.error(error, cause: exchange.cause))
      .adding(pageFields(formTarget: nil, &exchange.rules) + note)
  }
}
