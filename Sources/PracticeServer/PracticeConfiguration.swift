/// How the practice server behaves.
public struct PracticeConfiguration: Sendable {
  /// Where the server can be reached, without a slash at the end; it is also its issuer identifier.
  public var baseURL: String
  /// The registered clients.
  public var clients: [PracticeClient]
  /// Whether everything requested is granted without a page.
  public var autoApproves: Bool
  /// Whether codes, tokens and secrets have characters that a client has to encode.
  public var usesOddValues = false
  /// How many seconds a code lives; Fitbit says 10 minutes.
  public var codeLifetime: Int64
  /// How many seconds an access token lives; Fitbit says 8 hours.
  public var tokenLifetime: Int64
  /// The protections that are switched off.
  public var rulesOff: Set<Rule>
  /// What goes wrong on demand; `nil` for nothing.
  public var fault: PracticeFault?

  /// For how many seconds a repeated refresh gets the same answer.
  static let repeatWindow: Int64 = 120
  /// How many calls an hour one user of one client may cause.
  static let callsPerHour = 150
  /// How many codes, tokens and pending requests are kept, the newest ones.
  static let ledgerLimit = 5_000

  /// The server as Fitbit's is documented, with nothing switched off.
  public init(
    baseURL: String, clients: [PracticeClient] = PracticeClient.standard,
    autoApproves: Bool = false, codeLifetime: Int64 = 600, tokenLifetime: Int64 = 28_800,
    rulesOff: Set<Rule> = [], fault: PracticeFault? = nil
  ) {
    self.baseURL = baseURL
    self.clients = clients
    self.autoApproves = autoApproves
    self.codeLifetime = codeLifetime
    self.tokenLifetime = tokenLifetime
    self.rulesOff = rulesOff
    self.fault = fault
  }

  func client(named identifier: String) -> PracticeClient? {
    clients.first { $0.identifier.hasSameBytes(as: identifier) }
  }
}

/// The only user of the practice server, always signed in; `prompt=login` asks all the same.
enum PracticeUser {
  /// The identifier, in the form of Fitbit's.
  static let identifier = "2PRACT"
  /// The name on the consent page and in the profile.
  static let name = "Robin Practice"
}
