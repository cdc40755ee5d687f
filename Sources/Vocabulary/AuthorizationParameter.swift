/// A parameter that a server wants in the authorization request besides those of the specifications.
public struct AuthorizationParameter: Hashable, Sendable, Codable {
  /// Its name in the query.
  public let name: String
  /// Its value, unencoded.
  public let value: String
  /// What it is for, in one sentence.
  public let purpose: String

  /// The parameters that the client itself sends, none of which may be in a request twice (RFC 6749 §3.1).
  public static let reserved: Set<String> = [
    "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge",
    "code_challenge_method",
  ]

  /// Names a parameter.
  public init(_ name: String, _ value: String, purpose: String) {
    self.name = name
    self.value = value
    self.purpose = purpose
  }
}
