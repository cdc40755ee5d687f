/// What the authorization page is asked to show even if it need not: Fitbit's `prompt` parameter.
public enum Prompt: String, CaseIterable, Hashable, Sendable {
  /// Nothing that is not needed: the default.
  case none
  /// The consent page, even if the same scopes were granted before.
  case consent
  /// The sign-in page, even if the user is signed in.
  case login
  /// Both.
  case loginConsent = "login consent"
}
