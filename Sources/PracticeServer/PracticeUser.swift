/// A user of the practice server, with fictional data.
public struct PracticeUser: Codable, Hashable, Sendable {
  /// The identifier: letters and digits, as at Fitbit.
  public let identifier: String
  /// The name on the pages and in the profile.
  public let name: String
  /// The steps of each day, or `nil` for a number computed from the date.
  public var steps: Int?
  /// The minutes of sleep of each night, or `nil` for a number computed from the date.
  public var minutesAsleep: Int?
  /// The minutes in bed of each night, or `nil` for a number computed from the date.
  public var minutesInBed: Int?

  /// Creates a user.
  public init(
    identifier: String, name: String, steps: Int? = nil, minutesAsleep: Int? = nil,
    minutesInBed: Int? = nil
  ) {
    self.identifier = identifier
    self.name = name
    self.steps = steps
    self.minutesAsleep = minutesAsleep
    self.minutesInBed = minutesInBed
  }

  /// The user who is signed in by default.
  public static let first = PracticeUser(identifier: "2PRACT", name: "Robin Practice")
  /// The attacker in the demonstrations of attacks.
  public static let second = PracticeUser(
    identifier: "2OTHER", name: "Alex Other", steps: 512, minutesAsleep: 388, minutesInBed: 401)
  /// The users of every practice server.
  public static let standard = [first, second]
}

extension PracticeConfiguration {
  /// Returns the user with an identifier, or `nil` if it is unknown.
  func user(named identifier: String) -> PracticeUser? {
    users.first { $0.identifier.hasSameBytes(as: identifier) }
  }

  /// The user of a browser in which no other user has signed in.
  var defaultUser: PracticeUser { user(named: signedIn) ?? users.first ?? .first }
}
