/// An authorization server, as data: where its endpoints are and what is peculiar to it.
public struct AuthorizationServer: Hashable, Sendable {
  /// The name that a person knows it by.
  public let name: String
  /// The URL of the authorization endpoint, which the browser visits: RFC 6749 §3.1.
  public let authorizationEndpoint: String
  /// The URL of the token endpoint, which the client calls directly: RFC 6749 §3.2.
  public let tokenEndpoint: String
  /// The URL that ends tokens: RFC 7009 §2.
  public let revocationEndpoint: String
  /// The URL that tells about tokens: RFC 7662 §2.
  public let introspectionEndpoint: String
  /// An address of the user's data, to try a token with.
  public let profileEndpoint: String
  /// The scope names that the server is documented to know, each with what it gives access to.
  public let scopes: [KnownScope]

  /// Describes a server.
  public init(
    name: String, authorizationEndpoint: String, tokenEndpoint: String,
    revocationEndpoint: String, introspectionEndpoint: String, profileEndpoint: String,
    scopes: [KnownScope]
  ) {
    self.name = name
    self.authorizationEndpoint = authorizationEndpoint
    self.tokenEndpoint = tokenEndpoint
    self.revocationEndpoint = revocationEndpoint
    self.introspectionEndpoint = introspectionEndpoint
    self.profileEndpoint = profileEndpoint
    self.scopes = scopes
  }
}
