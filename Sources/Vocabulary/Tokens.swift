/// The content of a successful token response (RFC 6749 §5.1).
public struct Tokens: Hashable, Sendable {
  /// The token that gives access to the data.
  public let accessToken: AccessToken
  /// The way to present the access token, compared without regard to case (RFC 6749 §5.1).
  public let tokenType: String
  /// The lifetime of the access token in seconds from the response; `nil` if not returned.
  public let expiresIn: Int?
  /// The token that gets new tokens, or `nil` if none was issued.
  public let refreshToken: RefreshToken?
  /// The granted scopes.
  public let scope: Scope
  /// Fitbit's identifier of the user, or `nil` if not returned.
  public let userID: String?

  /// Creates the content of a token response.
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

/// The token that gets a new access token when the old one expires (RFC 6749 §1.5).
public struct RefreshToken: Secret {
  /// The token as issued.
  public let value: String

  /// Creates a token from its text as issued.
  public init(_ value: String) {
    self.value = value
  }
}

/// The token that gives access to the data (RFC 6749 §1.4).
///
/// It is opaque to the client: its content is not an interface and may change.
public struct AccessToken: Secret {
  /// The token as issued.
  public let value: String

  /// Creates a token from its text as issued.
  public init(_ value: String) {
    self.value = value
  }
}

extension Tokens {
  /// Returns the tokens after a refresh: the newer ones, with what they lack from these.
  ///
  /// A server may issue no new refresh token, and then the old one stays valid (RFC 6749 §6).
  public func refreshed(by newer: Tokens) -> Tokens {
    Tokens(
      accessToken: newer.accessToken, tokenType: newer.tokenType, expiresIn: newer.expiresIn,
      refreshToken: newer.refreshToken ?? refreshToken, scope: newer.scope,
      userID: newer.userID ?? userID)
  }
}

/// The short-lived, single-use value in the authorization response (RFC 6749 §1.3.1).
///
/// It appears in a URL, so others may have seen it. With PKCE it is useless without the verifier.
public struct AuthorizationCode: Secret {
  /// The code as issued, after percent-decoding.
  public let value: String

  /// Creates a code from its text as issued.
  public init(_ value: String) {
    self.value = value
  }
}
