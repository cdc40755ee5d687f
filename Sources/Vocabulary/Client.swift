/// The application that asks for authorization, as it is registered with the server: RFC 6749 §2.
public struct Client: Hashable, Sendable {
  /// The identifier that the server issued at registration; not a secret: RFC 6749 §2.2.
  public let identifier: String
  /// What kind of application it was registered as.
  public let applicationType: ApplicationType
  /// Where the browser is sent back to.
  public let redirectURI: RedirectURI
  /// The client secret; `nil` for a client that has none.
  public let secret: ClientSecret?

  /// Describes a registered client.
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

/// Where a client puts its secret when it authenticates: RFC 6749 §2.3.1.
///
/// The raw values are the names that metadata has for them: RFC 7591 §2,
/// `token_endpoint_auth_method`.
public enum ClientAuthentication: String, CaseIterable, Hashable, Sendable, Codable {
  /// In a Basic header, which every server that issues secrets has to support.
  case header = "client_secret_basic"
  /// As `client_secret` in the form, which RFC 6749 §2.3.1 does not recommend.
  case body = "client_secret_post"
  /// Nowhere: the client only names itself, even if it has a secret.
  case none
}
