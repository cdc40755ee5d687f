import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Responds at the authorization endpoint (RFC 6749 §3.1).
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

  /// Returns the weakness of an accepted request, and remembers its state and challenge.
  private func weakness(of form: Form) -> String? {
    let weakness = AuthorizationCause(form: form, configuration: configuration)
      .weakness(states: states, challenges: challenges)
    if let state = form.value(of: "state") { states.put(true, under: state) }
    if let challenge = form.value(of: "code_challenge") { challenges.put(true, under: challenge) }
    return weakness
  }

  /// Shows the first page that the request needs, or responds without a page.
  private func begin(
    _ request: ValidAuthorizationRequest, _ exchange: inout PracticeExchange
  ) -> HTTPResponse {
    if let response = respondWithoutPage(request, &exchange) { return response }
    let user = user(at: exchange)
    if request.prompts(for: "login") || request.prompts(for: "select_account") {
      return show(.signIn, for: request, to: user, &exchange)
    }
    return askForConsent(request, of: user, redirectStatus: 302, &exchange)
  }

  /// Handles the submitted sign-in page; there is no password to check.
  func signIn(_ exchange: inout PracticeExchange) -> HTTPResponse {
    do {
      let (request, shown, form) = try submittedPage(.signIn, &exchange)
      let user = try choose(form.value(of: "user"), instead: shown, exchange)
      return askForConsent(request, of: user, redirectStatus: 303, &exchange)
    } catch {
      return reject(error, &exchange)
    }
  }

  /// Shows the consent page, unless the user has already granted all requested scopes.
  private func askForConsent(
    _ request: ValidAuthorizationRequest, of user: PracticeUser, redirectStatus: Int,
    _ exchange: inout PracticeExchange
  ) -> HTTPResponse {
    let granted = Scope(
      ledger.scopes(grantedBy: user.identifier, to: request.client).joined(separator: " "))
    let requested = Scope(request.scope)
    let isGranted = requested.names(missingFrom: granted).isEmpty
    guard isGranted, !request.prompts(for: "consent") else {
      return show(.consent, for: request, to: user, &exchange)
    }
    // RFC 6749 §10.2: without a secret, nothing proves that this is the same client again.
    let isUnproven = configuration.client(named: request.client)?.isPublic ?? true
    if exchange.rules.rejects(.publicClientConsent, when: isUnproven) {
      return show(.consent, for: request, to: user, &exchange)
    }
    exchange.summary = "granted earlier"
    return grant(requested, for: request, by: user, status: redirectStatus)
  }

  /// Handles the submitted consent page.
  func decide(_ exchange: inout PracticeExchange) -> HTTPResponse {
    do {
      let (request, user, form) = try submittedPage(.consent, &exchange)
      if form.value(of: "decision") == "sign-in" {
        return show(.signIn, for: request, to: user, &exchange)
      }
      let selected = form.pairs.filter { $0.name == "scope" }.map(\.value)
      let granted = Scope(request.scope).names.filter(selected.contains)
      guard form.value(of: "decision") == "allow", !granted.isEmpty else {
        exchange.summary = "denied"
        return deny(request)
      }
      exchange.summary = "granted: \(granted.joined(separator: " "))"
      return grant(
        Scope(granted.joined(separator: " ")), for: request, by: user, status: 303)
    } catch {
      return reject(error, &exchange)
    }
  }

  /// Returns a page for a bad request, without a redirect (RFC 9700 §4.11.2, and as Fitbit does).
  private func reject(_ error: PageError, _ exchange: inout PracticeExchange) -> HTTPResponse {
    exchange.summary = "\(error.kind) - \(error.message)"
    exchange.cause = exchange.query.flatMap {
      AuthorizationCause(form: $0, configuration: configuration).sentence(for: error)
    }
    let target = exchange.query?.value(of: "redirect_uri")
    let canRedirect = target.map { (try? RedirectURI($0)) != nil } ?? false
    // RFC 6749 §4.1.2.1: the client gets the error if its redirect URI is valid.
    let tellsClient = configuration.errors == .rfc6749 && error.redirectURI != nil
    if let target = error.redirectURI ?? target, exchange.path == PracticePath.authorize,
      canRedirect || tellsClient,
      tellsClient || !exchange.rules.rejects(.noRedirectOnError, when: true)
    {
      let form = Form(
        [Form.Pair("error", error.kind), Form.Pair("error_description", error.message)]
          + responseContext(state: exchange.query?.value(of: "state")))
      // RFC 6749 §4.2.2.1: the implicit flow returns errors in the fragment, too.
      let isImplicit = exchange.query?.value(of: "response_type") == "token"
      return .redirect(
        to: isImplicit ? target + "#" + form.encoded : target.appendingQuery(form.encoded),
        status: 302)
    }
    let note =
      error.isReconstructed
      ? [HTTPField("Practice-Reconstructed", "Fitbit's own text is unknown")] : []
    return HTTPResponse.page(400, Page.error(error, cause: exchange.cause))
      .adding(pageFields(formTarget: nil, &exchange.rules) + note)
  }
}
