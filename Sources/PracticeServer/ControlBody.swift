import HTTPMessages

/// The reason why a control request is rejected.
struct ControlError: Error, Hashable {
  /// The expected and the received value, and the next action.
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

/// The JSON object of a control request, or an object inside it.
struct ControlBody {
  let members: [String: JSONValue]
  /// A phrase for the object, used in error sentences.
  private let place: String

  /// The maximum length of a body in bytes.
  static let limit = 64 << 10

  /// Creates an object from a body; an empty body is an empty object.
  init(_ body: [UInt8], knows names: [String]) throws(ControlError) {
    guard body.count <= Self.limit else {
      throw ControlError(
        "The body has \(body.count) bytes; the limit is \(Self.limit). Send less at a time.")
    }
    guard !body.isEmpty else {
      try self.init(.object([:]), knows: names, of: "the body")
      return
    }
    guard let value = try? JSONValue(parsing: body) else {
      throw ControlError(
        "The body must be a JSON object, but is not JSON. See workbench help practice-control."
      )
    }
    if let name = JSONValue.repeatedNames(in: body).first {
      throw ControlError(
        "The member \(Self.quote(name)) occurs more than once. Send it once.")
    }
    try self.init(value, knows: names, of: "the body")
  }

  /// Creates an object from a value whose members must all be known.
  init(_ value: JSONValue, knows names: [String], of place: String) throws(ControlError) {
    guard let members = value.members else {
      throw ControlError(
        "Send \(place) as a JSON object, not as \(value.kind).")
    }
    self.members = members
    self.place = place
    if let name = members.keys.sorted().first(where: { !names.contains($0) }) {
      throw ControlError(
        "Unknown member \(Self.quote(name)). Members of \(place): \(names.joined(separator: ", "))."
      )
    }
  }

  /// Returns a text of 1 to `most` characters, or `nil` if the member is missing.
  func text(_ name: String, most: Int) throws(ControlError) -> String? {
    guard let value = members[name] else { return nil }
    guard case .string(let text) = value, 1...most ~= text.unicodeScalars.count else {
      throw ControlError(
        "\(name) must be a string of 1 to \(most) characters"
          + (value.isString
            ? "; this one has \(value.text.unicodeScalars.count)." : ", not \(value.kind).")
      )
    }
    return text
  }

  /// Returns a whole number in a range, or `nil` if the member is missing.
  func number(_ name: String, _ range: ClosedRange<Int64>) throws(ControlError) -> Int64? {
    guard let value = members[name] else { return nil }
    guard case .number(let text) = value, let number = Int64(text), range ~= number else {
      throw ControlError(
        "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound), not "
          + "\(Self.shown(value)).")
    }
    return number
  }

  /// Returns a value for an error sentence, shortened.
  static func shown(_ value: JSONValue) -> String {
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
