public import Vocabulary

/// A mistake that a client makes in step 4, on purpose here, so that one sees what the server says.
public enum DeliberateMistake: Hashable, Sendable {
  /// Sends the code verifier of another authorization.
  case otherVerifier(CodeVerifier)
  /// Authenticates with a wrong client secret.
  case otherSecret(ClientSecret)
  /// Sends another redirect URI than in step 2.
  case otherRedirectURI(RedirectURI)
}
