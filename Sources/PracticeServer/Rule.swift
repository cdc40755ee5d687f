/// A protection of the practice server, which can be turned off to see the attack it stops.
public enum Rule: String, CaseIterable, Hashable, Sendable, Codable {
  /// The redirect URI equals a registered one.
  case exactRedirectURI = "exact-redirect-uri"
  /// An invalid authorization request gets a page, never a redirect.
  case noRedirectOnError = "no-redirect-on-error"
  /// No parameter occurs twice in a request.
  case noRepeatedParameters = "no-repeated-parameters"
  /// A client without a secret must use PKCE.
  case pkceRequired = "pkce-required"
  /// The code verifier must match the code challenge.
  case pkceVerified = "pkce-verified"
  /// A code verifier is rejected if no challenge was sent.
  case noPKCEDowngrade = "no-pkce-downgrade"
  /// A code works once.
  case singleUseCode = "single-use-code"
  /// A replayed code revokes the tokens issued for it.
  case replayEndsTokens = "replay-ends-tokens"
  /// A code expires.
  case codeExpires = "code-expires"
  /// A code works only for the client it was issued to.
  case codeBoundToClient = "code-bound-to-client"
  /// A code works only with the redirect URI it was issued for.
  case codeBoundToRedirectURI = "code-bound-to-redirect-uri"
  /// A client with a secret must authenticate with it.
  case clientAuthentication = "client-authentication"
  /// Every refresh returns a new refresh token and invalidates the old one.
  case refreshRotation = "refresh-rotation"
  /// A late replay of a refresh token revokes all tokens issued from it.
  case refreshReplayEndsFamily = "refresh-replay-ends-family"
  /// A refresh token works only for the client it was issued to.
  case refreshBoundToClient = "refresh-bound-to-client"
  /// An access token expires.
  case tokenExpires = "token-expires"
  /// The API returns only data that the token's scope covers.
  case scopeEnforced = "scope-enforced"
  /// The API accepts a token only in the Authorization field.
  case tokenInHeaderOnly = "token-in-header-only"
  /// A client without a secret gets a code only after the user sees the consent page.
  case publicClientConsent = "public-client-consent"
  /// A user and a client have one valid refresh token: the next authorization revokes it.
  case oneRefreshToken = "one-refresh-token"
  /// A decision needs the one-time value of the consent page.
  case consentToken = "consent-token"
  /// Pages must not be shown inside another page.
  case noFraming = "no-framing"
  /// Pages make the browser send no Referer.
  case noReferrer = "no-referrer"
  /// Responses must not be stored by a cache.
  case noStore = "no-store"
  /// A request must name the server's own host.
  case ownHost = "own-host"
  /// A client authenticates by one method per request.
  case oneAuthenticationMethod = "one-authentication-method"
  /// The parameters of a token request are in its body, not in the query.
  case parametersInBody = "parameters-in-body"
  /// The state has only printable ASCII characters.
  case stateCharacters = "state-characters"
  /// A browser is recognized only by a cookie that the server issued.
  case issuedCookie = "issued-cookie"
  /// The calls per hour are limited for each client and user.
  case rateLimit = "rate-limit"
}

/// The rules that are off, and those of them that a request violated.
struct RuleBook: Sendable {
  let off: Set<Rule>
  /// The rules that are off and would have changed the response to this request.
  private(set) var relaxed: [Rule] = []

  init(off: Set<Rule>) {
    self.off = off
  }

  /// Whether a rule is on.
  func isOn(_ rule: Rule) -> Bool { !off.contains(rule) }

  /// Whether a violated rule rejects the request; a rule that is off is noted instead.
  mutating func rejects(_ rule: Rule, when isViolated: Bool) -> Bool {
    guard isViolated else { return false }
    if isOn(rule) { return true }
    note(rule)
    return false
  }

  /// Notes that a rule would have changed the response if it were on.
  mutating func note(_ rule: Rule) {
    if !relaxed.contains(rule) { relaxed.append(rule) }
  }
}
