/// The values that the practice server has issued; they can be saved between runs.
public struct Ledger: Codable, Hashable, Sendable {
  /// The codes by their value.
  var codes = BoundedStore<IssuedCode>()
  /// The access tokens by their value.
  var accessTokens = BoundedStore<IssuedToken>()
  /// The refresh tokens by their value.
  var refreshTokens = BoundedStore<IssuedRefreshToken>()
  /// The used refresh tokens, by the tokens that were issued for them.
  var predecessors = BoundedStore<String>()
  /// The authorization requests that wait for the user, by the one-time value of the page.
  var pending = BoundedStore<WaitingRequest>()
  /// The scopes that were granted, by client and user.
  var consents: [String: [String]] = [:]
  /// The newest refresh token by client and user, or `nil` in a ledger of an older version.
  var newestRefreshTokens: [String: String]?
  /// The number of calls in the current hour, by client and user.
  var calls: [String: CallCount] = [:]

  /// Creates an empty ledger.
  public init() {}

  /// Revokes every token issued from one authorization.
  mutating func revokeFamily(_ family: String) {
    accessTokens.removeAll { $0.family == family }
    refreshTokens.removeAll { $0.family == family }
  }

  /// Revokes the refresh token from an earlier authorization of a user and a client.
  ///
  /// The ledger keeps it, so that its use can be explained.
  mutating func revokeNewestRefreshToken(of user: String, for client: String, at time: Int64)
    -> Bool
  {
    guard let value = newestRefreshTokens?[client + " " + user], var issued = refreshTokens[value],
      issued.successor == nil
    else { return false }
    issued.endedAt = time
    refreshTokens.put(issued, under: value)
    return true
  }

  /// Revokes every token of a user and a client (RFC 7009 §2.1, and Fitbit's revocation).
  ///
  /// Revoking a token that represents no user leaves the users' grants unchanged.
  mutating func revokeTokens(of user: String?, for client: String) {
    accessTokens.removeAll { $0.user == user && $0.client == client }
    refreshTokens.removeAll { $0.user == user && $0.client == client }
    if let user { grant(nil, by: user, to: client) }
  }
}

extension Ledger {
  /// The page shown last, with its one-time value.
  var newestPending: (token: String, pending: WaitingRequest)? {
    pending.newest.map { (token: $0.key, pending: $0.value) }
  }
}

extension Ledger {
  /// Marks a token as used, after which its refresh cannot be repeated.
  mutating func markInUse(_ token: String) {
    guard let predecessor = predecessors[token], var issued = refreshTokens[predecessor],
      issued.successor?.isInUse == false
    else { return }
    issued.successor?.isInUse = true
    refreshTokens.put(issued, under: predecessor)
  }
}
