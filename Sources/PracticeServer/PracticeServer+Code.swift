import HTTPMessages
import Step1CodeVerifier
import Vocabulary

extension PracticeServer {
  /// Exchanges a code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.6).
  func redeemCode(
    _ form: Form, _ client: PracticeClient, _ exchange: inout PracticeExchange
  ) throws(FitbitError) -> String {
    guard let code = form.value(of: "code") else {
      throw .request("Missing parameters: code", reconstructed: true)
    }
    guard let issued = ledger.codes[code] else {
      throw .grant("Authorization code invalid: \(code.prefix(100))")
    }
    try check(issued, isFor: client, code, &exchange.rules)
    try checkUse(of: issued, code, &exchange.rules)
    try checkRedirectURI(form.value(of: "redirect_uri"), issued, &exchange.rules)
    try checkVerifier(form.value(of: "code_verifier"), issued, &exchange.rules)
    update {
      var used = issued
      used.isUsed = true
      $0.codes.put(used, under: code)
    }
    exchange.summary = "tokens for \(client.identifier)" + note(of: issued.owner)
    if revokeEarlierRefreshToken(issued, &exchange.rules) {
      exchange.summary += "; its earlier refresh token revoked"
    }
    return issuePair(
      client: client.identifier, user: issued.owner, scope: issued.scope,
      family: issued.family
    ).body
  }

  /// Revokes the earlier refresh token: Fitbit keeps one valid for a user and a client.
  ///
  /// While the rule is off, the ledger records the revocation without effect, for the log.
  private func revokeEarlierRefreshToken(_ issued: IssuedCode, _ rules: inout RuleBook) -> Bool {
    let isRevoked = update {
      $0.revokeNewestRefreshToken(of: issued.owner, for: issued.client, at: now())
    }
    return isRevoked && rules.isOn(.oneRefreshToken)
  }

  private func check(
    _ issued: IssuedCode, isFor client: PracticeClient, _ code: String, _ rules: inout RuleBook
  ) throws(FitbitError) {
    if rules.rejects(.codeBoundToClient, when: issued.client != client.identifier) {
      throw .grant("Authorization code invalid: \(code)")
    }
  }

  /// Rejects a used or expired code; reuse revokes the tokens issued for it (RFC 6749 §4.1.2).
  private func checkUse(
    of issued: IssuedCode, _ code: String, _ rules: inout RuleBook
  ) throws(FitbitError) {
    // Where a code may be used again, a second use revokes nothing.
    if rules.rejects(.singleUseCode, when: issued.isUsed) {
      if rules.rejects(.replayEndsTokens, when: true) { update { $0.revokeFamily(issued.family) } }
      throw .grant("Authorization code invalid: \(code)")
    }
    if rules.rejects(.codeExpires, when: issued.expiresAt <= now()) {
      throw .grant("Authorization code expired: \(code).")
    }
  }

  /// Requires the redirect URI of the authorization request, if it had one (RFC 6749 §4.1.3).
  private func checkRedirectURI(
    _ given: String?, _ issued: IssuedCode, _ rules: inout RuleBook
  ) throws(FitbitError) {
    let isWrong =
      given.map { !$0.hasSameBytes(as: issued.redirectURI) } ?? issued.namedRedirectURI
    if rules.rejects(.codeBoundToRedirectURI, when: isWrong) {
      throw .grant("Redirect_uri mismatch: \(given?.prefix(200) ?? "null").", reconstructed: true)
    }
  }

  /// Verifies PKCE: transforms the verifier as the client did, and compares it with the challenge.
  private func checkVerifier(
    _ given: String?, _ issued: IssuedCode, _ rules: inout RuleBook
  ) throws(FitbitError) {
    guard let challenge = issued.challenge else {
      // RFC 9700 §4.8.2: a verifier without a challenge is the sign of a downgrade attack.
      if rules.rejects(.noPKCEDowngrade, when: given != nil) {
        throw .grant("A code verifier was sent, but no code challenge.", reconstructed: true)
      }
      return
    }
    let fits = given.map { self.fits($0, challenge, issued.method) } ?? false
    guard rules.rejects(.pkceVerified, when: !fits) else { return }
    // RFC 7636 §4.6: invalid_grant, also for a missing verifier.
    throw .grant(
      given == nil
        ? "The code verifier is missing." : "The code verifier does not match the code challenge.",
      reconstructed: true)
  }

  private func fits(_ text: String, _ challenge: String, _ method: String?) -> Bool {
    guard let verifier = try? CodeVerifier(text) else { return false }
    let transformed =
      method == CodeChallengeMethod.s256.rawValue
      ? ChallengeDerivation(of: verifier).challenge.value : verifier.value
    return isEqualInConstantTime(Array(transformed.utf8), Array(challenge.utf8))
  }
}
