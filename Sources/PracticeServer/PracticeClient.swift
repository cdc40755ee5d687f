public import Vocabulary

/// A client that is registered with the practice server.
public struct PracticeClient: Hashable, Sendable {
  /// The client identifier.
  public let identifier: String
  /// The application type it was registered as.
  public let applicationType: ApplicationType
  /// The secret, or `nil` for a client without one.
  public let secret: ClientSecret?
  /// The registered redirect URIs, each compared byte for byte.
  public let redirectURIs: [String]

  /// Creates a client as it is registered.
  public init(
    identifier: String, applicationType: ApplicationType, secret: ClientSecret?,
    redirectURIs: [String]
  ) {
    self.identifier = identifier
    self.applicationType = applicationType
    self.secret = secret
    self.redirectURIs = redirectURIs
  }

  /// Whether the client may call the token endpoint without its secret.
  public var isPublic: Bool { !applicationType.isConfidential }

  /// Returns the client with more redirect URIs.
  public func registering(_ more: [String]) -> PracticeClient {
    PracticeClient(
      identifier: identifier, applicationType: applicationType, secret: secret,
      redirectURIs: redirectURIs + more)
  }

  /// The client with a secret that must be encoded within Basic (RFC 6749 §2.3.1).
  ///
  /// A client without a secret is unchanged.
  public var withOddSecret: PracticeClient {
    PracticeClient(
      identifier: identifier, applicationType: applicationType,
      secret: secret.map { ClientSecret($0.value + "/+=%2B:") }, redirectURIs: redirectURIs)
  }

  /// Returns a remark on secrets of clients on the user's machine, or `nil` if no client has one.
  public static func remark(on clients: [PracticeClient]) -> String? {
    let isOdd = clients.contains { client in
      client.secret != nil
        && client.redirectURIs.contains { (try? RedirectURI($0))?.isOnUsersMachine == true }
    }
    return isOdd
      ? "Secrets are combined with loopback redirect URIs here for practice only. An app on a user's machine "
        + "cannot keep a secret (RFC 8252 §8.5, lesson 4)." : nil
  }

  /// One client of each application type, the same at every start, with fake secrets.
  public static let standard: [PracticeClient] = [
    PracticeClient(
      identifier: "SRV001", applicationType: .server,
      secret: ClientSecret("practice-secret-of-the-server-app"), redirectURIs: loopback),
    PracticeClient(
      identifier: "CLI001", applicationType: .client, secret: nil, redirectURIs: loopback),
    PracticeClient(
      identifier: "PER001", applicationType: .personal,
      secret: ClientSecret("practice-secret-of-the-personal-app"), redirectURIs: loopback),
  ]

  private static let loopback = [
    "http://127.0.0.1:8089/callback", "http://localhost:8089/callback",
  ]
}
