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
