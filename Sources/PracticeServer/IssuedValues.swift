/// A code that was issued, with all that it is bound to: RFC 6749 §4.1.2.
struct IssuedCode: Codable, Hashable, Sendable {
  let client: String
  /// The user who allowed it; `nil` in what an older program saved, which knew one user.
  var user: String?
  let redirectURI: String
  /// Whether the authorization request named the redirect URI, so that the token request must, too.
  let namedRedirectURI: Bool
  let scope: String
  let challenge: String?
  let method: String?
  let expiresAt: Int64
  /// What the tokens that it gives have in common.
  let family: String
  var isUsed = false
}

/// An access token that was issued.
struct IssuedToken: Codable, Hashable, Sendable {
  let client: String
  /// `nil` for a token that stands for no user.
  let user: String?
  let scope: String
  let issuedAt: Int64
  let expiresAt: Int64
  let family: String
}

/// A refresh token that was issued.
struct IssuedRefreshToken: Codable, Hashable, Sendable {
  let client: String
  let user: String
  let scope: String
  let family: String
  /// What its use gave; `nil` while it is unused.
  var successor: RefreshSuccessor?
  /// When another authorization of the same user and application ended it, in seconds since 1970; `nil` while none
  /// has.
  var endedAt: Int64?
}

/// What a used refresh token gave, for the window in which a repeated request gets the same answer.
struct RefreshSuccessor: Codable, Hashable, Sendable {
  let body: String
  let usedAt: Int64
  let accessToken: String
  let refreshToken: String
  /// Whether one of the new tokens was used, which ends the window.
  var isInUse = false
}

/// An authorization request that waits for the user, on a page that is open.
struct WaitingRequest: Codable, Hashable, Sendable {
  /// The pages that a user may have to answer.
  enum Page: String, Codable, Hashable, Sendable {
    case signIn, consent
  }

  let request: ValidAuthorizationRequest
  let page: Page
  /// The browser that the page was shown to.
  let browser: String
  /// The user whose data the page is about; `nil` in what an older program saved, which knew one user.
  var user: String?
  let expiresAt: Int64
}

/// How many calls were made in one hour.
struct CallCount: Codable, Hashable, Sendable {
  /// Hours since 1970-01-01 00:00 UTC.
  var hour: Int64
  var count: Int
}

extension IssuedCode {
  /// The identifier of the user who allowed it.
  var owner: String { user ?? PracticeUser.first.identifier }
}
