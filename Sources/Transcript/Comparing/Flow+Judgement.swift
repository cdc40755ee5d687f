import Vocabulary

extension Flow {
  /// What the security best current practice says of the flow.
  var bestCurrentPractice: (text: String, reference: Reference) {
    switch self {
    case .pkce: ("required of apps without a secret, recommended to all", .rfc9700("2.1.1"))
    case .code: ("add PKCE, even with a client secret", .rfc9700("2.1.1"))
    case .implicit: ("do not use: tokens leak and can be injected", .rfc9700("2.1.2"))
    case .clientCredentials:
      ("nothing against it; the client should authenticate with a key pair", .rfc9700("2.5"))
    }
  }

  /// What becomes of the flow in OAuth 2.1.
  var draft: (text: String, reference: Reference) {
    switch self {
    case .pkce: ("its only code flow", .oauth21("4.1"))
    case .code: ("the challenge becomes part of the code grant", .oauth21("4.1.1"))
    case .implicit: ("removed", .oauth21("10.1"))
    case .clientCredentials: ("kept", .oauth21("4.2"))
    }
  }

  /// What state stops in the flow, and whether anything else would; `nil` where nothing can be planted.
  var useOfState: (text: String, reference: Reference)? {
    switch self {
    case .pkce:
      (
        "shows the app that the redirect is not its own, before anything is sent; PKCE shows it too, but "
          + "only at a server that checks the verifier", .rfc9700("4.7.1")
      )
    case .code:
      ("shows the app that the redirect is not its own; nothing else would", .rfc9700("4.7.1"))
    case .implicit:
      ("shows the app that the redirect is not its own; nothing else would", .rfc6749("10.12"))
    case .clientCredentials: nil
    }
  }

  /// When the flow is the right one.
  var use: (text: String, reference: Reference) {
    switch self {
    case .pkce: ("a user's data is wanted, whatever the app is", .rfc9700("2.1.1"))
    case .code: ("only where the server does not support PKCE", .rfc9700("2.1.1"))
    case .implicit: ("never: use pkce instead", .rfc9700("2.1.2"))
    case .clientCredentials:
      ("the app wants its own data, no user's", .rfc6749("4.4"))
    }
  }
}
