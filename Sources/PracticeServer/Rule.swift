/// A protection of the practice server, which can be switched off to see what it stops.
public enum Rule: String, CaseIterable, Hashable, Sendable, Codable {
  /// The redirect URI equals a registered one.
  case exactRedirectURI = "exact-redirect-uri"
  /// A bad authorization request gets a page, never a redirect.
  case noRedirectOnError = "no-redirect-on-error"
  /// No parameter stands twice in a request.
  case noRepeatedParameters = "no-repeated-parameters"
  /// A client without a secret must use PKCE.
  case pkceRequired = "pkce-required"
  /// The code verifier must fit the code challenge.
  case pkceVerified = "pkce-verified"
  /// A code verifier is refused where no challenge was sent.
  case noPKCEDowngrade = "no-pkce-downgrade"
  /// A code works once.
  case singleUseCode = "single-use-code"
  /// A replayed code ends the tokens that it gave.
  case replayEndsTokens = "replay-ends-tokens"
  /// A code expires.
  case codeExpires = "code-expires"
  /// A code works for the client that it was issued to.
  case codeBoundToClient = "code-bound-to-client"
  /// A code works with the redirect URI that it was issued to.
  case codeBoundToRedirectURI = "code-bound-to-redirect-uri"
  /// A client with a secret must prove that it has it.
  case clientAuthentication = "client-authentication"
  /// Every refresh gives a new refresh token, and the old one dies.
  case refreshRotation = "refresh-rotation"
  /// A refresh token that is replayed late ends all tokens that came from it.
  case refreshReplayEndsFamily = "refresh-replay-ends-family"
  /// A refresh token works for the client that it was issued to.
  case refreshBoundToClient = "refresh-bound-to-client"
  /// An access token expires.
  case tokenExpires = "token-expires"
  /// The API gives only what the scope of the token covers.
  case scopeEnforced = "scope-enforced"
  /// The API takes a token from the header only.
  case tokenInHeaderOnly = "token-in-header-only"
  /// A client without a secret gets a code only after the user has seen the consent page.
  case publicClientConsent = "public-client-consent"
  /// A user and an application have one live refresh token: the next authorization ends the one before.
  case oneRefreshToken = "one-refresh-token"
  /// A consent counts only with the one-time value of the page that asked for it.
  case consentToken = "consent-token"
  /// Pages must not be shown inside another page.
  case noFraming = "no-framing"
  /// Pages make the browser send no Referer.
  case noReferrer = "no-referrer"
  /// Answers must not be kept by a cache.
  case noStore = "no-store"
  /// A request names the server's own host.
  case ownHost = "own-host"
  /// A client authenticates in one way only.
  case oneAuthenticationMethod = "one-authentication-method"
  /// The parameters of a token request are in its body, and none is in the query.
  case parametersInBody = "parameters-in-body"
  /// The state has only printable characters of ASCII.
  case stateCharacters = "state-characters"
  /// A browser is known only by a cookie that the server issued.
  case issuedCookie = "issued-cookie"
  /// So many calls an hour for each user.
  case rateLimit = "rate-limit"
}

/// The rules as they are switched, and the note of each one that was missed.
struct RuleBook: Sendable {
  let off: Set<Rule>
  /// The rules that would have refused the present request, were they on.
  private(set) var relaxed: [Rule] = []

  init(off: Set<Rule>) {
    self.off = off
  }

  /// Whether a rule is on.
  func isOn(_ rule: Rule) -> Bool { !off.contains(rule) }

  /// Whether a rule refuses, given that it is violated; one that is off is noted instead.
  mutating func rejects(_ rule: Rule, when isViolated: Bool) -> Bool {
    guard isViolated else { return false }
    if isOn(rule) { return true }
    note(rule)
    return false
  }

  /// Notes that a rule would have changed the answer, were it on.
  mutating func note(_ rule: Rule) {
    if !relaxed.contains(rule) { relaxed.append(rule) }
  }
}
