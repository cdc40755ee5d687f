import HTTPMessages
import Vocabulary

/// The users and the decision in a control request.
enum ControlUsers {
  static let names = ["user_id", "name", "steps", "minutes_asleep", "minutes_in_bed"]

  /// Returns the users in a list, or none without a list.
  static func users(in value: JSONValue?) throws(ControlError) -> [PracticeUser] {
    guard let value else { return [] }
    guard case .array(let values) = value else {
      throw ControlError(
        "users must be a list of objects, not \(value.kind).")
    }
    return try values.map { (value) throws(ControlError) in try user(value) }
  }

  private static func user(_ value: JSONValue) throws(ControlError) -> PracticeUser {
    let body = try ControlBody(value, knows: names, of: "a user")
    guard let identifier = try body.text("user_id", most: 32),
      identifier.utf8.allSatisfy(isLetterOrDigit)
    else {
      throw ControlError(
        "user_id must be 1 to 32 ASCII letters and digits, "
          + (body.members["user_id"].map { "not \(ControlBody.shown($0))." } ?? "but is missing."))
    }
    func number(_ name: String, most: Int64) throws(ControlError) -> Int? {
      if body.members[name] == .null { return nil }
      return try body.number(name, 0...most).map { Int($0) }
    }
    return PracticeUser(
      identifier: identifier, name: try body.text("name", most: 100) ?? identifier,
      steps: try number("steps", most: 1_000_000),
      minutesAsleep: try number("minutes_asleep", most: 1440),
      minutesInBed: try number("minutes_in_bed", most: 1440))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// Returns the decision in a request, or `nil` if it has none.
  static func decision(in value: JSONValue?) throws(ControlError) -> FixedDecision? {
    switch value {
    case nil: return nil
    case .string("ask"): return .ask
    case .string("allow"): return .allow
    case .string("deny"): return .deny
    case .array(let values) where values.allSatisfy(\.isString):
      let known = AuthorizationServer.fitbit.scopes.map(\.name)
      let scopes = values.map(\.text)
      if let unknown = scopes.first(where: { !known.contains($0) }) {
        throw ControlError(
          "decision contains the unknown scope \(ControlBody.quote(unknown)). The scopes are "
            + "\(known.joined(separator: ", ")).")
      }
      return .scopes(known.filter(scopes.contains))
    case let value?:
      throw ControlError(
        "decision must be \"ask\", \"allow\", \"deny\", or a list of scopes, not "
          + "\(ControlBody.shown(value)).")
    }
  }

  private static func number(_ number: Int?) -> JSONText { number.map(JSONText.number) ?? .null }

  /// Returns a user as a JSON object of the response.
  static func text(of user: PracticeUser) -> JSONText {
    .object([
      .init("user_id", .string(user.identifier)), .init("name", .string(user.name)),
      .init("steps", number(user.steps)), .init("minutes_asleep", number(user.minutesAsleep)),
      .init("minutes_in_bed", number(user.minutesInBed)),
    ])
  }
}
