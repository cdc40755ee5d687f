/// The scopes that users granted to clients.
///
/// An older version had one user, whose grants it stored under the client's identifier alone.
extension Ledger {
  /// Returns the scopes that a user has granted to a client.
  func scopes(grantedBy user: String, to client: String) -> [String] {
    consents[Self.key(user, client)] ?? []
  }

  /// Records the scopes that a user grants to a client; `nil` removes the grant.
  mutating func grant(_ scopes: [String]?, by user: String, to client: String) {
    consents[Self.key(user, client)] = scopes
  }

  /// Returns a unique key: a client identifier contains no line break (RFC 6749 Appendix A.1).
  private static func key(_ user: String, _ client: String) -> String {
    user == PracticeUser.first.identifier ? client : client + "\n" + user
  }
}
