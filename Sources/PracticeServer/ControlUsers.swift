import HTTPMessages
import Vocabulary

/// The users of a request to control.
enum ControlUsers {
  static let names = ["user_id", "name", "steps", "minutes_asleep", "minutes_in_bed"]

  /// The users of a list.
  static func users(in value: JSONValue?) throws(ControlError) -> [PracticeUser] {
    guard let value else { return [] }
    guard case .array(let values) = value else {
      throw ControlError(
        "users is a list of objects, and \(value.kind) came: write it in brackets.")
    }
    return try values.map { (value) throws(ControlError) in try user(value) }
  }

  private static func user(_ value: JSONValue) throws(ControlError) -> PracticeUser {
    let body = try ControlBody(value, knows: names, of: "a user")
    guard let identifier = try body.text("user_id", most: 32),
      identifier.utf8.allSatisfy(isLetterOrDigit)
    else {
      throw ControlError(
        "user_id is 1 to 32 letters and digits of ASCII, and "
          + "\(body.members["user_id"].map(ControlBody.came) ?? "none") came: give each user one.")
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

  /// The decision of a request; `nil` without one.
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
          "decision lists scopes of \(known.joined(separator: ", ")), and "
            + "\(ControlBody.quote(unknown)) came: correct it.")
      }
      return .scopes(known.filter(scopes.contains))
    case let value?:
      throw ControlError(
        "decision is \"ask\", \"allow\", \"deny\" or a list of scopes, and \(ControlBody.came(value)) came: "
          + "send one of these.")
    }
  }

  private static func number(_ number: Int?) -> JSONText { number.map(JSONText.number) ?? .null }

  /// A user as the answer has them.
  static func text(of user: PracticeUser) -> JSONText {
    .object([
      .init("user_id", .string(user.identifier)), .init("name", .string(user.name)),
      .init("steps", number(user.steps)), .init("minutes_asleep", number(user.minutesAsleep)),
      .init("minutes_in_bed", number(user.minutesInBed)),
    ])
  }
}
