/// The pages that the user shall see even if they are not needed: OpenID Connect Core 1.0 §3.1.2.1.
///
/// Over the wire it is one value with the names separated by spaces, in any order.
public struct Prompt: RawRepresentable, Hashable, Sendable {
  /// A page, or the wish for none.
  public enum Page: String, CaseIterable, Hashable, Sendable {
    /// No page at all: the server answers with an error if it would need one.
    case none
    /// The sign-in page, even if the user is signed in.
    case login
    /// The consent page, even if the same scopes were granted before.
    case consent
    /// The page on which the user chooses one of several accounts.
    case selectAccount = "select_account"
  }

  /// The pages, in the order in which they were named.
  public let pages: [Page]

  /// The list as it goes over the wire.
  public var rawValue: String { pages.map(\.rawValue).joined(separator: " ") }

  /// Reads a list; `nil` for an unknown or a repeated name, and for `none` beside another.
  public init?(rawValue: String) {
    let names = rawValue.split(separator: " ", omittingEmptySubsequences: false)
    let pages = names.compactMap { Page(rawValue: String($0)) }
    let isAlone = pages.count == 1 || !pages.contains(.none)
    guard pages.count == names.count, Set(pages).count == pages.count, isAlone else { return nil }
    self.pages = pages
  }

  private init(_ pages: Page...) { self.pages = pages }

  /// No page.
  public static let none = Prompt(.none)
  /// The consent page.
  public static let consent = Prompt(.consent)
  /// The sign-in page.
  public static let login = Prompt(.login)
  /// The sign-in page and the consent page.
  public static let loginConsent = Prompt(.login, .consent)
  /// The page on which the user chooses an account.
  public static let selectAccount = Prompt(.selectAccount)

  /// The values that Fitbit's Web API reference has, and no others.
  public static let documentedByFitbit = [none, consent, login, loginConsent]

  /// Whether Fitbit's Web API reference has the value, in this order.
  public var isDocumentedByFitbit: Bool { Self.documentedByFitbit.contains(self) }
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
