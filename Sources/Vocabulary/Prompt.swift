/// The pages to show even if they are not needed (OpenID Connect Core 1.0 §3.1.2.1).
///
/// On the wire it is one value: the names separated by spaces, in any order.
public struct Prompt: RawRepresentable, Hashable, Sendable {
  /// A page, or none.
  public enum Page: String, CaseIterable, Hashable, Sendable {
    /// No page: the server returns an error if it needs one.
    case none
    /// The sign-in page, even if the user is signed in.
    case login
    /// The consent page, even if the same scopes were granted before.
    case consent
    /// The page on which the user chooses one of several accounts.
    case selectAccount = "select_account"
  }

  /// The pages, in the given order.
  public let pages: [Page]

  /// The list as it appears on the wire.
  public var rawValue: String { pages.map(\.rawValue).joined(separator: " ") }

  /// Creates a list, or returns `nil` if a name is unknown or repeated, or `none` is not alone.
  public init?(rawValue: String) {
    let names = rawValue.split(separator: " ", omittingEmptySubsequences: false)
    let pages = names.compactMap { Page(rawValue: String($0)) }
    let isAlone = pages.count == 1 || !pages.contains(.none)
    guard pages.count == names.count, Set(pages).count == pages.count, isAlone else { return nil }
    self.pages = pages
  }

  private init(_ pages: Page...) { self.pages = pages }

  /// No page, only an error if one is needed.
  public static let none = Prompt(.none)
  /// The consent page only.
  public static let consent = Prompt(.consent)
  /// The sign-in page only.
  public static let login = Prompt(.login)
  /// The sign-in page and the consent page.
  public static let loginConsent = Prompt(.login, .consent)
  /// The account page only.
  public static let selectAccount = Prompt(.selectAccount)

  /// The values that Fitbit's Web API reference documents.
  public static let documentedByFitbit = [none, consent, login, loginConsent]

  /// Whether Fitbit's Web API reference documents the value, in this order.
  public var isDocumentedByFitbit: Bool { Self.documentedByFitbit.contains(self) }
}

/// The lifetimes that Fitbit offers for an access token of the implicit flow.
///
/// The client proposes one, and the user can choose another on the consent page.
public enum ImplicitLifetime: Int, CaseIterable, Hashable, Sendable {
  /// 86,400 seconds, Fitbit's default.
  case oneDay = 86_400
  /// 604,800 seconds.
  case oneWeek = 604_800
  /// 2,592,000 seconds: 30 days.
  case oneMonth = 2_592_000
  /// 31,536,000 seconds: 365 days.
  case oneYear = 31_536_000

  /// The lifetime in seconds.
  public var seconds: Int { rawValue }
}
