import HTTPMessages

/// A request to control that cannot be done, and why.
struct ControlError: Error, Hashable {
  /// What was expected, what came, and what to do.
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

/// The JSON object of a request to control, or an object in it.
struct ControlBody {
  let members: [String: JSONValue]
  /// For a sentence: where the object is.
  private let place: String

  /// The most bytes of a body.
  static let limit = 64 << 10

  /// Reads a body; an empty one is an empty object.
  init(_ body: [UInt8], knows names: [String]) throws(ControlError) {
    guard body.count <= Self.limit else {
      throw ControlError(
        "The body may have \(Self.limit) bytes, and \(body.count) came: send less at a time.")
    }
    guard !body.isEmpty else {
      try self.init(.object([:]), knows: names, of: "the body")
      return
    }
    guard let value = try? JSONValue(parsing: body) else {
      throw ControlError(
        "The body is a JSON object, and what came is not JSON: see workbench help practice-control."
      )
    }
    if let name = JSONValue.repeatedNames(in: body).first {
      throw ControlError(
        "Each member comes once, and \(Self.quote(name)) came more than once: leave one out.")
    }
    try self.init(value, knows: names, of: "the body")
  }

  /// Takes an object in which only some members are known.
  init(_ value: JSONValue, knows names: [String], of place: String) throws(ControlError) {
    guard let members = value.members else {
      throw ControlError(
        "An object is expected as \(place), and \(value.kind) came: write it in braces.")
    }
    self.members = members
    self.place = place
    if let name = members.keys.sorted().first(where: { !names.contains($0) }) {
      throw ControlError(
        "The members of \(place) are \(names.joined(separator: ", ")), and \(Self.quote(name)) came: leave it out."
      )
    }
  }

  /// A text of at least one character; `nil` without the member.
  func text(_ name: String, most: Int) throws(ControlError) -> String? {
    guard let value = members[name] else { return nil }
    guard case .string(let text) = value, 1...most ~= text.unicodeScalars.count else {
      let came = value.isString ? "another length" : value.kind
      throw ControlError(
        "\(name) is a string of 1 to \(most) characters, and \(came) came: shorten or quote it.")
    }
    return text
  }

  /// A whole number; `nil` without the member.
  func number(_ name: String, _ range: ClosedRange<Int64>) throws(ControlError) -> Int64? {
    guard let value = members[name] else { return nil }
    guard case .number(let text) = value, let number = Int64(text), range ~= number else {
      throw ControlError(
        "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), and "
          + "\(Self.came(value)) came: send one of these.")
    }
    return number
  }

  /// A value for a sentence, shortened.
  static func came(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): quote(text)
    case .number(let text): text
    default: value.kind
    }
  }

  static func quote(_ text: String) -> String {
    "'" + String(Harmless.line(text).unicodeScalars.prefix(40).map(Character.init)) + "'"
  }
}
