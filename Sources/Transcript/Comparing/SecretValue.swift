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
