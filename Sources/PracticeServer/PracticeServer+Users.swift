import HTTPMessages

extension PracticeServer {
  /// Returns the signed-in user of the browser that sent a request.
  func user(at exchange: PracticeExchange) -> PracticeUser {
    exchange.browserCookie.flatMap { accounts[$0] }.flatMap(configuration.user)
      ?? configuration.defaultUser
  }

  /// Returns the user that a page was shown to.
  func user(of pending: WaitingRequest) -> PracticeUser {
    pending.user.flatMap(configuration.user) ?? configuration.defaultUser
  }

  /// Signs in the user chosen on the sign-in page, in this browser only.
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

  /// Returns a note for the log that names the user, or an empty text for the first user.
  func note(of user: String?) -> String {
    guard let user, user != PracticeUser.first.identifier else { return "" }
    return ", of \(user)"
  }
}
