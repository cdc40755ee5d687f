/// A user of the practice server, with invented data.
public struct PracticeUser: Codable, Hashable, Sendable {
  /// The identifier, in the form of Fitbit's: letters and digits.
  public let identifier: String
  /// The name on the pages and in the profile.
  public let name: String
  /// The steps of each day; `nil` for another invented number each day.
  public var steps: Int?
  /// The minutes of sleep of each night; `nil` for another invented number each night.
  public var minutesAsleep: Int?
  /// The minutes in bed of each night; `nil` for another invented number each night.
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

  /// The user who is signed in where no other one was chosen.
  public static let first = PracticeUser(identifier: "2PRACT", name: "Robin Practice")
  /// Another user, in whose account an attack can end.
  public static let second = PracticeUser(
    identifier: "2OTHER", name: "Alex Other", steps: 512, minutesAsleep: 388, minutesInBed: 401)
  /// The users of every practice server.
  public static let standard = [first, second]
}

extension PracticeConfiguration {
  /// The user with an identifier; `nil` if there is none.
  func user(named identifier: String) -> PracticeUser? {
    users.first { $0.identifier.hasSameBytes(as: identifier) }
  }

  /// The user of a browser in which no other one was chosen.
  var usualUser: PracticeUser { user(named: signedIn) ?? users.first ?? .first }
}
