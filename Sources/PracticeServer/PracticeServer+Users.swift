import HTTPMessages

extension PracticeServer {
  /// The user who is signed in in the browser that sent a request.
  func user(at exchange: PracticeExchange) -> PracticeUser {
    exchange.browserCookie.flatMap { accounts[$0] }.flatMap(configuration.user)
      ?? configuration.usualUser
  }

  /// The user whose page is open.
  func user(of pending: WaitingRequest) -> PracticeUser {
    pending.user.flatMap(configuration.user) ?? configuration.usualUser
  }

  /// Signs in the user who was chosen on the sign-in page, from now on and in this browser only.
  ///
  /// - Throws: `PageError` if there is no such user.
  func choose(
    _ identifier: String?, instead shown: PracticeUser, _ exchange: PracticeExchange
  ) throws(PageError) -> PracticeUser {
    guard let identifier else { return shown }
    guard let user = configuration.user(named: identifier) else {
      throw PageError("invalid_request", "There is no such user", reconstructed: true)
    }
    if let browser = exchange.browserCookie {
      accounts.put(user.identifier, under: browser)
    }
    return user
  }

  /// For the log: whose data it is, if it is not the first user's.
  func note(of user: String?) -> String {
    guard let user, user != PracticeUser.first.identifier else { return "" }
    return ", of \(user)"
  }
}
