public import Vocabulary

/// What a client offers in exchange for tokens: RFC 6749 §1.3.
public enum Grant: Hashable, Sendable {
  /// The code of step 3, with the verifier of step 1 and the redirect URI of step 2.
  ///
  /// A code that was asked for without a challenge has no verifier; that is written at the call.
  case authorizationCode(
    AuthorizationCode, verifier: CodeVerifier?, redirectURI: RedirectURI)
  /// A refresh token, for a new pair: RFC 6749 §6.
  case refreshToken(RefreshToken)
  /// Nothing but the client's own authentication: RFC 6749 §4.4.
  case clientCredentials
}
