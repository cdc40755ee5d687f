/// An issued code and the values it is bound to (RFC 6749 §4.1.2).
struct IssuedCode: Codable, Hashable, Sendable {
  let client: String
  /// The user who granted access, or `nil` in a ledger of an older version, which had one user.
  var user: String?
  let redirectURI: String
  /// Whether the authorization request had a redirect URI, which the token request must repeat.
  let namedRedirectURI: Bool
  let scope: String
  let challenge: String?
  let method: String?
  let expiresAt: Int64
  /// The identifier shared by all tokens of one authorization.
  let family: String
  var isUsed = false
}

/// An issued access token.
struct IssuedToken: Codable, Hashable, Sendable {
  let client: String
  /// The user, or `nil` for a token that represents the client itself.
  let user: String?
  let scope: String
  let issuedAt: Int64
  let expiresAt: Int64
  let family: String
}

/// An issued refresh token.
struct IssuedRefreshToken: Codable, Hashable, Sendable {
  let client: String
  let user: String
  let scope: String
  let family: String
  /// The result of its use, or `nil` while it is unused.
  var successor: RefreshSuccessor?
  /// The time of its revocation by a later authorization, in seconds since 1970, or `nil`.
  var endedAt: Int64?
}

/// The result of a refresh, kept while a repeated request gets the same response.
struct RefreshSuccessor: Codable, Hashable, Sendable {
  let body: String
  let usedAt: Int64
  let accessToken: String
  let refreshToken: String
  /// Whether one of the new tokens was used, after which a repeat is rejected.
  var isInUse = false
}

/// An authorization request that waits for the user to submit a page.
struct WaitingRequest: Codable, Hashable, Sendable {
  /// The pages that a user may have to submit.
  enum Page: String, Codable, Hashable, Sendable {
    case signIn, consent
  }

  let request: ValidAuthorizationRequest
  let page: Page
  /// The cookie value of the browser that the page was shown to.
  let browser: String
  /// The user whose data is requested, or `nil` in a ledger of an older version.
  var user: String?
  let expiresAt: Int64
}

/// The number of calls in one hour.
struct CallCount: Codable, Hashable, Sendable {
  /// The hour, counted from 1970-01-01 00:00 UTC.
  var hour: Int64
  var count: Int
}

extension IssuedCode {
  /// The identifier of the user who granted access.
  var owner: String { user ?? PracticeUser.first.identifier }
}
