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
