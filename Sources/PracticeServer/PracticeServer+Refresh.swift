import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Exchanges a refresh token for a new pair (RFC 6749 §6).
  ///
  /// Fitbit rotates: each refresh token works once. A repeated request within two minutes gets the
  /// same response, unless one of the new tokens was used. A later replay revokes all tokens of the
  /// authorization.
  func refresh(
    _ form: Form, _ client: PracticeClient, _ exchange: inout PracticeExchange
  ) throws(FitbitError) -> String {
    guard let value = form.value(of: "refresh_token") else {
      throw .request("Missing parameters: refresh_token")
    }
    let invalid = FitbitError.grant("Refresh token invalid: \(value.prefix(100)).")
    guard let issued = ledger.refreshTokens[value] else { throw invalid }
    if exchange.rules.rejects(.refreshBoundToClient, when: issued.client != client.identifier) {
      throw invalid
    }
    if exchange.rules.rejects(.oneRefreshToken, when: issued.endedAt != nil) { throw invalid }
    // RFC 6749 §6: a refresh may request fewer scopes, never more.
    let requested = form.value(of: "scope").map(Scope.init) ?? Scope(issued.scope)
    guard !requested.names.isEmpty, requested.names(missingFrom: Scope(issued.scope)).isEmpty else {
      throw FitbitError(
        "invalid_scope", "The scope exceeds what was granted. \(FitbitError.visit)",
        reconstructed: true)
    }
    if let successor = issued.successor {
      if let repeated = try replay(of: issued, successor, invalid, &exchange) { return repeated }
    }
    exchange.summary = "refreshed for \(client.identifier)"
    return rotate(value, issued, scope: requested.value, &exchange.rules)
  }

  /// Returns the same response to a repeat within the window; after it, revokes the whole family.
  private func replay(
    of issued: IssuedRefreshToken, _ successor: RefreshSuccessor, _ invalid: FitbitError,
    _ exchange: inout PracticeExchange
  ) throws(FitbitError) -> String? {
    let isInWindow = now() - successor.usedAt < PracticeConfiguration.repeatWindow
    if isInWindow, !successor.isInUse {
      exchange.summary = "repeated refresh: same response"
      return successor.body
    }
    guard exchange.rules.rejects(.refreshRotation, when: true) else { return nil }
    if exchange.rules.rejects(.refreshReplayEndsFamily, when: true) {
      update { $0.revokeFamily(issued.family) }
    }
    throw invalid
  }

  private func rotate(
    _ value: String, _ issued: IssuedRefreshToken, scope: String, _ rules: inout RuleBook
  ) -> String {
    guard rules.isOn(.refreshRotation) else {
      rules.note(.refreshRotation)
      let accessToken = issueAccessToken(
        client: issued.client, user: issued.user, scope: scope,
        lifetime: configuration.tokenLifetime, family: issued.family)
      return pairBody(accessToken, value, scope: scope, user: issued.user)
    }
    // Kept for Fitbit's response to a repeat; RFC 9700 §4.14.2 describes the rotation.
    let pair = issuePair(
      client: issued.client, user: issued.user, scope: scope, family: issued.family,
      refreshScope: issued.scope)
    var used = issued
    used.successor = RefreshSuccessor(
      body: pair.body, usedAt: now(), accessToken: pair.accessToken,
      refreshToken: pair.refreshToken)
    update {
      $0.refreshTokens.put(used, under: value)
      $0.predecessors.put(value, under: pair.accessToken)
      $0.predecessors.put(value, under: pair.refreshToken)
      // The previous refresh is no longer repeatable: its new token was used.
      $0.markInUse(value)
    }
    return pair.body
  }
}
