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
