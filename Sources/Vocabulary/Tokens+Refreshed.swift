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
