public import Vocabulary

/// A client that is registered with the practice server.
public struct PracticeClient: Hashable, Sendable {
  /// The client identifier.
  public let identifier: String
  /// What kind of application it is.
  public let applicationType: ApplicationType
  /// The secret; `nil` for a client that has none.
  public let secret: ClientSecret?
  /// The registered redirect URIs, each compared byte for byte.
  public let redirectURIs: [String]

  /// Registers a client.
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

  /// The same client with more redirect URIs.
  public func registering(_ more: [String]) -> PracticeClient {
    PracticeClient(
      identifier: identifier, applicationType: applicationType, secret: secret,
      redirectURIs: redirectURIs + more)
  }

  /// The same client with a secret that has to be encoded within Basic (RFC 6749 §2.3.1); one without a secret
  /// stays as it is.
  public var withOddSecret: PracticeClient {
    PracticeClient(
      identifier: identifier, applicationType: applicationType,
      secret: secret.map { ClientSecret($0.value + "/+=%2B:") }, redirectURIs: redirectURIs)
  }

  /// A word about secrets of clients that run on the user's machine, or `nil` if no client has such a secret.
  public static func remark(on clients: [PracticeClient]) -> String? {
    let isOdd = clients.contains { client in
      client.secret != nil
        && client.redirectURIs.contains { (try? RedirectURI($0))?.isOnUsersMachine == true }
    }
    return isOdd
      ? "Secrets are registered with loopback here so that you can try them. An app on a user's machine cannot keep "
        + "one (RFC 8252 §8.5). Lesson 4 explains why." : nil
  }

  /// One client of each application type, the same at every start; all their secrets are fake.
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
