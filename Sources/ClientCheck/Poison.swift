/// The changes of one run: at most a decision, a redirect, or a response, with the metadata that fits.
struct Poison: Sendable {
  /// The user's decision on the consent page.
  enum Decision: Sendable {
    case grants
    /// Grants every scope but `profile`, which the API call of a check needs.
    case grantsLess
    case denies
  }

  var decision = Decision.grants
  /// Whether the server sends no `iss` of its own, and its metadata does not announce any.
  var hidesIssuer = false
  var redirect: RedirectPoison?
  var server: ServerPoison?

  /// The least time in which a right client may send nothing.
  var quiet: Duration {
    if case .tooManyRequests(let seconds) = server { .seconds(seconds + 3) } else { .zero }
  }

  static func redirect(_ redirect: RedirectPoison) -> Poison { Poison(redirect: redirect) }
  static func unannounced(_ redirect: RedirectPoison) -> Poison {
    Poison(hidesIssuer: true, redirect: redirect)
  }
  static func server(_ server: ServerPoison) -> Poison { Poison(server: server) }
}

/// A change of what the browser sends to the client's redirect URI.
enum RedirectPoison: Sendable {
  /// The real state with another character near its end, and with the case of its letters swapped.
  case otherState, stateInOtherCase
  case noState, repeatedCode
  /// The attacker's state before or after the real one: some parsers take the first, others the last.
  case repeatedState(isFirst: Bool)
  /// An error with another state, before the real redirect.
  case forgedErrorFirst
  case otherIssuer, issuerWithSlash, noIssuer, rightIssuer
  case unknownParameters
  /// The state, with neither a code nor an error.
  case onlyState
  /// A parameter without a value: in a request, it counts as omitted (RFC 6749 §3.1).
  case emptyCode, emptyState
  /// A favicon, a POST, a HEAD, and another path, before the real redirect.
  case noiseFirst
  /// An error whose description has escape sequences and HTML.
  case hostileDescription
  case twice
  /// The real redirect with a Host header field that names another host.
  case otherHost
}

/// A change of what the server returns.
enum ServerPoison: Sendable {
  case tokenType(String)
  case withoutMember(String)
  case extraMembers
  /// `invalid_grant` for every code.
  case invalidGrant
  /// Status 200 with an error in the body.
  case errorWith200
  case tokenBody(status: Int, type: String, body: Body)
  /// No response to a token request.
  case noTokenResponse
  /// A redirect of the token request to another path.
  case redirectedTokenRequest
  /// 429 with this `Retry-After`, in seconds, once.
  case tooManyRequests(seconds: Int)
  case gone
  /// 401 `invalid_token` for as many API calls in each turn.
  case invalidToken(times: Int)
  /// 401 for the first API call, and an error for the refresh.
  case rejectedRefresh(isFitbits: Bool)
  /// Refresh responses without a new refresh token.
  case refreshWithoutNewToken
  /// 401 for the first API call in each turn, and no response to the first refresh.
  case brokenRefresh
  /// An access token that expires after the sign-in, while two processes run.
  case twoAtOnce
  /// 503 for the first revocation.
  case unavailableRevocation
  case insufficientScope
  case metadata(MetadataPoison)

  /// A body that is not a token response.
  enum Body: Sendable {
    case text(String)
    /// As many octets of one letter.
    case octets(Int)
  }
}

/// A change of the server's metadata.
enum MetadataPoison: Sendable {
  case otherIssuer
  /// The right issuer with a slash after it.
  case issuerWithSlash
  case withoutS256, issuerWithPath, onlyBasic
  /// An authorization endpoint without TLS at this host.
  case insecureAuthorizationEndpoint(host: String)
}
