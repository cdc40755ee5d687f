/// The application type that was chosen when the client was registered with Fitbit.
///
/// It decides whether the client has a secret, and so how it authenticates at the token endpoint.
/// RFC 6749 §2.1 defines only two client types: confidential and public.
public enum ApplicationType: String, CaseIterable, Hashable, Sendable {
  /// Runs where only its owner can read it, so it can keep a client secret.
  case server
  /// Runs on the user's device, where no secret stays secret.
  case client
  /// Like `client`, but with access only to the data of the account that registered it.
  case personal

  /// Whether the client can keep a secret and must authenticate with it (RFC 6749 §2.1).
  public var isConfidential: Bool { self == .server }

  /// The meaning of the type in a phrase.
  public var meaning: String {
    switch self {
    case .server: "a confidential client: it runs on a server and authenticates with its secret"
    case .client: "a public client: it runs on the user's device and has no secret"
    case .personal: "a public client that may read only the data of its owner's account"
    }
  }
}
