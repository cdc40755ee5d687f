/// What the practice server has issued and remembers; it can be saved between runs.
public struct Ledger: Codable, Hashable, Sendable {
  /// The codes by their value.
  var codes = BoundedStore<IssuedCode>()
  /// The access tokens by their value.
  var accessTokens = BoundedStore<IssuedToken>()
  /// The refresh tokens by their value.
  var refreshTokens = BoundedStore<IssuedRefreshToken>()
  /// For a token that a refresh gave, the refresh token that was used.
  var predecessors = BoundedStore<String>()
  /// The authorization requests that wait for the user, by the one-time value of the page.
  var pending = BoundedStore<WaitingRequest>()
  /// The scopes that were granted, by client and user.
  var consents: [String: [String]] = [:]
  /// The newest refresh token by application and user; `nil` in what an older program saved.
  var newestRefreshTokens: [String: String]?
  /// How many calls were made in the current hour, by client and user.
  var calls: [String: CallCount] = [:]

  /// Begins with nothing issued.
  public init() {}

  /// Ends every token of one family: all that came from one authorization.
  mutating func endFamily(_ family: String) {
    accessTokens.removeAll { $0.family == family }
    refreshTokens.removeAll { $0.family == family }
  }

  /// Ends the refresh token that an earlier authorization of a user gave an application.
  ///
  /// It stays known, so that its use can be explained.
  mutating func endNewestRefreshToken(of user: String, for client: String, at time: Int64) -> Bool {
    guard let value = newestRefreshTokens?[client + " " + user], var issued = refreshTokens[value],
      issued.successor == nil
    else { return false }
    issued.endedAt = time
    refreshTokens.put(issued, under: value)
    return true
  }

  /// Ends every token that a user gave a client: RFC 7009 §2.1, and Fitbit's revoke.
  ///
  /// A token that stands for no user says nothing about what the user granted.
  mutating func endTokens(of user: String?, for client: String) {
    accessTokens.removeAll { $0.user == user && $0.client == client }
    refreshTokens.removeAll { $0.user == user && $0.client == client }
    if let user { grant(nil, by: user, to: client) }
  }
}

extension Ledger {
  /// The page that was opened last, with its one-time value.
  var newestPending: (token: String, pending: WaitingRequest)? {
    pending.newest.map { (token: $0.key, pending: $0.value) }
  }
}

extension Ledger {
  /// Notes that a token is in use, which ends the repeat window of the refresh that gave it.
  mutating func markInUse(_ token: String) {
    guard let predecessor = predecessors[token], var issued = refreshTokens[predecessor],
      issued.successor?.isInUse == false
    else { return }
    issued.successor?.isInUse = true
    refreshTokens.put(issued, under: predecessor)
  }
}
