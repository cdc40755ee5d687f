/// What a user granted an application.
///
/// An older program knew one user, and kept what they granted under the client's identifier alone.
extension Ledger {
  /// The scopes that a user has granted an application.
  func scopes(grantedBy user: String, to client: String) -> [String] {
    consents[Self.key(user, client)] ?? []
  }

  /// Notes what a user grants an application; `nil` for nothing.
  mutating func grant(_ scopes: [String]?, by user: String, to client: String) {
    consents[Self.key(user, client)] = scopes
  }

  /// An identifier of a client has no line end (RFC 6749 Appendix A.1), so no two keys are the same.
  private static func key(_ user: String, _ client: String) -> String {
    user == PracticeUser.first.identifier ? client : client + "\n" + user
  }
}
