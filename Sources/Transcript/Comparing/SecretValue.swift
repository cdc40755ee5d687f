import Vocabulary

/// A value of a flow that opens something, or helps to.
public enum SecretValue: String, CaseIterable, Hashable, Sendable {
  /// The password of the app.
  case clientSecret = "client_secret"
  /// The secret of one authorization.
  case codeVerifier = "code_verifier"
  /// What is exchanged for tokens.
  case code
  /// What opens the data.
  case accessToken = "access_token"
  /// What gets the next tokens.
  case refreshToken = "refresh_token"

  /// The name as a person reads it.
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
  /// What stops somebody who has seen the value, in a flow that has it.
  func defence(in flow: FlowDescription) -> SourcedText {
    switch self {
    case .clientSecret: SourcedText("it stays on the app's own server", .rfc6749("10.1"))
    case .codeVerifier:
      SourcedText(
        "it is new each time, and sent once, directly, together with the code", .rfc7636("4.1"))
    case .code where flow.usesPKCE:
      SourcedText("PKCE: a code is worth nothing without its verifier", .rfc9700("4.5.3.1"))
    case .code:
      SourcedText(
        "the client secret, against a thief outside; nothing, against one who pastes it into the app",
        .rfc9700("4.5.2"))
    case .accessToken where flow.redirectCarries == .token:
      SourcedText("only its expiry: it was in a URL", .rfc9700("4.3.2"))
    case .accessToken:
      SourcedText(
        "it is in no URL, expires within hours, and covers only its scope", .rfc6750("5.3"))
    case .refreshToken where flow.usesPKCE:
      SourcedText(
        "rotation limits the harm: a second use revokes the active refresh token",
        .rfc9700("4.14.2"))
    case .refreshToken: SourcedText("the client secret, and rotation", .rfc9700("4.14.2"))
    }
  }
}
