/// The program that requests authorization, as registered with the server (RFC 6749 §2).
public struct Client: Hashable, Sendable {
  /// The identifier that the server issued at registration, not a secret (RFC 6749 §2.2).
  public let identifier: String
  /// The application type that it was registered with.
  public let applicationType: ApplicationType
  /// The URI to which the server sends the browser back.
  public let redirectURI: RedirectURI
  /// The client secret, or `nil` if the client has none.
  public let secret: ClientSecret?

  /// Creates a registered client.
  public init(
    identifier: String, applicationType: ApplicationType, redirectURI: RedirectURI,
    secret: ClientSecret?
  ) {
    self.identifier = identifier
    self.applicationType = applicationType
    self.redirectURI = redirectURI
    self.secret = secret
  }
}

/// The method by which a client authenticates with its secret (RFC 6749 §2.3.1).
///
/// The raw values are the names in metadata (RFC 7591 §2, `token_endpoint_auth_method`).
public enum ClientAuthentication: String, CaseIterable, Hashable, Sendable, Codable {
  /// HTTP Basic authentication, which every server that issues secrets must support.
  case header = "client_secret_basic"
  /// As `client_secret` in the form, which RFC 6749 §2.3.1 does not recommend.
  case body = "client_secret_post"
  /// No authentication: the client only identifies itself, even if it has a secret.
  case none
}
