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

/// How long an access token of the implicit grant shall live: the lifetimes that Fitbit offers.
///
/// The application proposes one, and the user may choose another on the consent page.
public enum ImplicitLifetime: Int, CaseIterable, Hashable, Sendable {
  /// 86,400 seconds, which Fitbit takes if none is asked for.
  case oneDay = 86_400
  /// 604,800 seconds.
  case oneWeek = 604_800
  /// 2,592,000 seconds: thirty days.
  case oneMonth = 2_592_000
  /// 31,536,000 seconds: 365 days.
  case oneYear = 31_536_000

  /// The lifetime in seconds.
  public var seconds: Int { rawValue }
}
