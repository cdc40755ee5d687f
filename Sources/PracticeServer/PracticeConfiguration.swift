/// How the practice server behaves.
public struct PracticeConfiguration: Sendable {
  /// Where the server can be reached, without a slash at the end; it is also its issuer identifier.
  public var baseURL: String
  /// The registered clients.
  public var clients: [PracticeClient]
  /// Whether everything requested is granted without a page.
  public var autoApproves: Bool
  /// How many seconds a code lives; Fitbit says 10 minutes.
  public var codeLifetime: Int64
  /// How many seconds an access token lives; Fitbit says 8 hours.
  public var tokenLifetime: Int64
  /// Whose habits it has, unless a switch says otherwise.
  public let profile: PracticeProfile
  /// The protections that are switched off.
  public var rulesOff: Set<Rule>
  /// What the server does for clients beyond what Fitbit does.
  public var features: Set<Feature>
  /// The form of its errors.
  public var errors: ErrorShape
  /// The users, each with data of their own.
  public var users = PracticeUser.standard
  /// The identifier of the user who is signed in where no other one was chosen.
  public var signedIn = PracticeUser.first.identifier
  /// The token with which tests control the server; `nil` if nobody can.
  public var controlToken: String?
  /// The faults on demand.
  public var faults: [PracticeFault]

  /// For how many seconds a repeated refresh gets the same answer.
  static let repeatWindow: Int64 = 120
  /// How many calls an hour one user of one client may cause.
  static let callsPerHour = 150
  /// How many codes, tokens and pending requests are kept, the newest ones.
  static let ledgerLimit = 5_000

  /// The server as its profile has it, with these rules switched off as well.
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

  /// Whether codes, tokens and secrets have characters that a client has to encode.
  public var usesOddValues: Bool { features.contains(.oddValues) }

  /// The only fault on demand; `nil` for none.
  public var fault: PracticeFault? {
    get { faults.first }
    set { faults = newValue.map { [$0] } ?? [] }
  }

  func client(named identifier: String) -> PracticeClient? {
    clients.first { $0.identifier.hasSameBytes(as: identifier) }
  }
}
