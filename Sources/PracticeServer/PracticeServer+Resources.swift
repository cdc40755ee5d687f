import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Returns the user's data for a token whose scope covers it (RFC 6750 §2.1, §3.1).
  ///
  /// - Parameters:
  ///   - resource: The requested data, or `nil` if this server does not have it.
  ///   - exchange: The request.
  /// - Returns: The data or an error.
  func read(_ resource: Resource?, _ exchange: inout PracticeExchange) -> HTTPResponse {
    let result = Result { () throws(FitbitError) in try bearer(&exchange) }
    guard case .success(let token) = result else {
      guard case .failure(let error) = result else { return .json(500, .null) }
      exchange.summary = error.summary
      let value = exchange.request.fields.value(of: "Authorization")?.split(separator: " ").last
      if let value, ledger.codes[String(value)]?.isUsed == false {
        exchange.cause =
          "This is an authorization code that was not exchanged yet. Exchange it for an access token at the token "
          + "endpoint (RFC 6749 §4.1.3)."
      }
      return error.response(configuration.errors)
    }
    guard let limits = countCall(of: token, &exchange.rules) else {
      exchange.summary = "too many calls"
      return tooManyCalls()
    }
    guard let resource else {
      exchange.summary = "no such data"
      return FitbitError(
        "not_found",
        "The practice server has the profile, steps, and sleep, but no data at this URL.",
        status: 404, reconstructed: true
      ).response(configuration.errors).adding(limits)
    }
    let isCovered = token.user != nil && Scope(token.scope).names.contains(resource.scope)
    if exchange.rules.rejects(.scopeEnforced, when: !isCovered) {
      exchange.summary = "insufficient_scope"
      var error = FitbitError(
        "insufficient_scope",
        "This application does not have permission to access \(resource.scope) data. "
          + FitbitError.visit, status: 403)
      error.neededScope = resource.scope
      return error.response(configuration.errors).adding(limits)
    }
    let user = token.user.flatMap(configuration.user) ?? configuration.defaultUser
    exchange.summary = "\(resource.name) for \(token.client)" + note(of: user.identifier)
    return HTTPResponse.json(200, resource.content(of: user)).adding(limits)
  }

  /// Returns the access token of a request after checking it, and marks it as used.
  func bearer(_ exchange: inout PracticeExchange) throws(FitbitError) -> IssuedToken {
    let authorization = exchange.request.fields.value(of: "Authorization")
    let inQuery = exchange.query?.value(of: "access_token")
    // RFC 6750 §2: one method per request; RFC 9700 §4.3.2: never in a URL.
    if exchange.rules.rejects(.tokenInHeaderOnly, when: inQuery != nil) {
      throw .request("An access token does not belong in a URL.", reconstructed: true)
    }
    let words = authorization?.split(separator: " ") ?? []
    let inField =
      words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
    guard let value = inField ?? inQuery else {
      throw FitbitError("invalid_request", "Authorization header required.", status: 401)
    }
    guard let token = ledger.accessTokens[value] else {
      throw FitbitError(
        "invalid_token", "Access token invalid: \(value.prefix(100)). \(FitbitError.visit)",
        status: 401)
    }
    if exchange.rules.rejects(.tokenExpires, when: token.expiresAt <= now()) {
      throw FitbitError(
        "expired_token", "Access token expired: \(value.prefix(100)). \(FitbitError.visit)",
        status: 401)
    }
    update { $0.markInUse(value) }
    return token
  }

  /// Counts a call, and returns the rate limit fields, or `nil` if no call is left.
  private func countCall(of token: IssuedToken, _ rules: inout RuleBook) -> [HTTPField]? {
    let key = token.client + " " + (token.user ?? "")
    let hour = now() / 3600
    let limit = PracticeConfiguration.callsPerHour
    let count = update { ledger in
      var calls = ledger.calls[key] ?? CallCount(hour: hour, count: 0)
      if calls.hour != hour { calls = CallCount(hour: hour, count: 0) }
      calls.count += 1
      ledger.calls[key] = calls
      return calls.count
    }
    if rules.rejects(.rateLimit, when: count > limit) { return nil }
    return rateFields(remaining: max(0, limit - count))
  }

  private func rateFields(remaining: Int) -> [HTTPField] {
    [
      HTTPField("Fitbit-Rate-Limit-Limit", String(PracticeConfiguration.callsPerHour)),
      HTTPField("Fitbit-Rate-Limit-Remaining", String(remaining)),
      HTTPField("Fitbit-Rate-Limit-Reset", String(3600 - now() % 3600)),
    ]
  }

  func tooManyCalls() -> HTTPResponse {
    FitbitError("system", "Too Many Requests", status: 429).response(configuration.errors)
      .adding(rateFields(remaining: 0))
      .adding([HTTPField("Retry-After", String(3600 - now() % 3600))])
  }
}
