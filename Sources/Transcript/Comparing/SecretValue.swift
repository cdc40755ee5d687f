import Vocabulary

/// A value of a flow that an attacker can misuse.
public enum SecretValue: String, CaseIterable, Hashable, Sendable {
  /// The client's password (RFC 6749 §2.3.1).
  case clientSecret = "client_secret"
  /// The secret of one transaction (RFC 7636 §4.1).
  case codeVerifier = "code_verifier"
  /// The authorization code, which the client exchanges for tokens.
  case code
  /// The token that gives access to the data.
  case accessToken = "access_token"
  /// The token that the client exchanges for new tokens.
  case refreshToken = "refresh_token"

  /// The name in prose, as a title.
  public var title: String {
    switch self {
    case .clientSecret: "Client secret"
    case .codeVerifier: "Code verifier"
    case .code: "Authorization code"
    case .accessToken: "Access token"
    case .refreshToken: "Refresh token"
    }
  }
}

extension SecretValue {
  /// Returns the protection of the value, in a flow that has it.
  func protection(in flow: FlowDescription) -> SourcedText {
    switch self {
    case .clientSecret: SourcedText("it stays on the client's own server", .rfc6749("10.1"))
    case .codeVerifier:
      SourcedText(
        "it is new in each transaction, and sent once, directly, with the code", .rfc7636("4.1"))
    case .code where flow.usesPKCE:
      SourcedText("PKCE: the code is useless without its verifier", .rfc9700("4.5.3.1"))
    case .code:
      SourcedText(
        "the client secret, against a direct exchange; nothing, against code injection",
        .rfc9700("4.5.2"))
    case .accessToken where flow.redirectCarries == .token:
      SourcedText("only its expiry: it appeared in a URL", .rfc9700("4.3.2"))
    case .accessToken:
      SourcedText(
        "it appears in no URL, expires within hours, and covers only its scope", .rfc6750("5.3"))
    case .refreshToken where flow.usesPKCE:
      SourcedText(
        "rotation limits the damage: reuse revokes the active refresh token",
        .rfc9700("4.14.2"))
    case .refreshToken: SourcedText("the client secret, and rotation", .rfc9700("4.14.2"))
    }
  }
}
