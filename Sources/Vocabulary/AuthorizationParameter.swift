/// A parameter that a server wants in the authorization request besides those of the specifications.
public struct AuthorizationParameter: Hashable, Sendable, Codable {
  /// Its name in the query.
  public let name: String
  /// Its value, unencoded.
  public let value: String
  /// What it is for, in one sentence.
  public let purpose: String

  /// Names a parameter.
  public init(_ name: String, _ value: String, purpose: String) {
    self.name = name
    self.value = value
    self.purpose = purpose
  }
}
