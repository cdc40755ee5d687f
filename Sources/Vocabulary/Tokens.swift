/// What a successful token response brings: RFC 6749 §5.1.
public struct Tokens: Hashable, Sendable {
  /// The token that opens the user's data.
  public let accessToken: AccessToken
  /// How the access token is presented; compared without regard to case: RFC 6749 §5.1.
  public let tokenType: String
  /// The lifetime of the access token in seconds, counted from the response; `nil` if not told.
  public let expiresIn: Int?
  /// The token for the next pair; `nil` if none was given.
  public let refreshToken: RefreshToken?
  /// What the user really granted.
  public let scope: Scope
  /// Fitbit's identifier of the user who consented; `nil` if not told.
  public let userID: String?

  /// Collects what a token response brought.
  public init(
    accessToken: AccessToken, tokenType: String, expiresIn: Int?, refreshToken: RefreshToken?,
    scope: Scope, userID: String?
  ) {
    self.accessToken = accessToken
    self.tokenType = tokenType
    self.expiresIn = expiresIn
    self.refreshToken = refreshToken
    self.scope = scope
    self.userID = userID
  }
}

/// The token that is exchanged for a new pair when the access token has expired: RFC 6749 §1.5.
public struct RefreshToken: Secret {
  /// The token as the server issued it.
  public let value: String

  /// Takes a token as the server issued it.
  public init(_ value: String) {
    self.value = value
  }
}

/// The token that opens the user's data: RFC 6749 §1.4.
///
/// It is opaque to the client. What one server puts inside it today is no interface.
public struct AccessToken: Secret {
  /// The token as the server issued it.
  public let value: String

  /// Takes a token as the server issued it.
  public init(_ value: String) {
    self.value = value
  }
}

extension Tokens {
  /// What the app has after a refresh: the newer tokens, and of these what they did not bring.
  ///
  /// RFC 6749 §6: a server may issue no new refresh token, and then the old one stays.
  public func refreshed(by newer: Tokens) -> Tokens {
    Tokens(
      accessToken: newer.accessToken, tokenType: newer.tokenType, expiresIn: newer.expiresIn,
      refreshToken: newer.refreshToken ?? refreshToken, scope: newer.scope,
      userID: newer.userID ?? userID)
  }
}

/// The short-lived, single-use value that the browser brings back: RFC 6749 §1.3.1.
///
/// It passed through the browser, so others may have seen it. That is why it is worth nothing without
/// the code verifier.
public struct AuthorizationCode: Secret {
  /// The code as the server issued it, after percent-decoding.
  public let value: String

  /// Takes a code as the server issued it.
  public init(_ value: String) {
    self.value = value
  }
}
