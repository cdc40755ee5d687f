/// The settings of the practice server.
public struct PracticeConfiguration: Sendable {
  /// The URL of the server without a slash at the end, which is also its issuer identifier.
  public var baseURL: String
  /// The registered clients.
  public var clients: [PracticeClient]
  /// Whether everything requested is granted without a page.
  public var autoApproves: Bool
  /// The lifetime of a code in seconds; 10 minutes at Fitbit.
  public var codeLifetime: Int64
  /// The lifetime of an access token in seconds; 8 hours at Fitbit.
  public var tokenLifetime: Int64
  /// The profile, which provides the defaults of rules, features, and errors.
  public let profile: PracticeProfile
  /// The rules that are off.
  public var rulesOff: Set<Rule>
  /// The features that are on.
  public var features: Set<Feature>
  /// The form of the errors.
  public var errors: ErrorShape
  /// The users, each with data of their own.
  public var users = PracticeUser.standard
  /// The identifier of the user who is signed in by default.
  public var signedIn = PracticeUser.first.identifier
  /// The token with which tests control the server, or `nil` if they cannot.
  public var controlToken: String?
  /// The faults to simulate.
  public var faults: [PracticeFault]

  /// The number of seconds in which a repeated refresh gets the same response.
  static let repeatWindow: Int64 = 120
  /// The number of calls per hour permitted for one client and user.
  static let callsPerHour = 150
  /// The number of codes, tokens, and pending requests kept of each kind, the newest ones.
  static let ledgerLimit = 5_000

  /// Creates the settings of a profile, with more rules off.
  public init(
    baseURL: String, profile: PracticeProfile = .fitbit,
    clients: [PracticeClient] = PracticeClient.standard, autoApproves: Bool = false,
    codeLifetime: Int64 = 600, tokenLifetime: Int64 = 28_800, rulesOff: Set<Rule> = [],
    fault: PracticeFault? = nil
  ) {
    self.profile = profile
    features = profile.features
    errors = profile.errors
    self.baseURL = baseURL
    self.clients = clients
    self.autoApproves = autoApproves
    self.codeLifetime = codeLifetime
    self.tokenLifetime = tokenLifetime
    self.rulesOff = profile.rulesOff.union(rulesOff)
    faults = fault.map { [$0] } ?? []
  }

  /// Whether codes, tokens, and secrets contain characters that a client must encode.
  public var usesOddValues: Bool { features.contains(.oddValues) }

  /// The first fault to simulate, or `nil` for none; setting it replaces all faults.
  public var fault: PracticeFault? {
    get { faults.first }
    set { faults = newValue.map { [$0] } ?? [] }
  }

  func client(named identifier: String) -> PracticeClient? {
    clients.first { $0.identifier.hasSameBytes(as: identifier) }
  }
}
