/// A JSON value of any type (RFC 8259 §3).
///
/// A token response is parsed into this type before it is interpreted. So an error can name a
/// member of the wrong type, and unknown members are kept.
package enum JSONValue: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case boolean(Bool)
  /// A number as its shortest text; an integer has no fraction.
  case number(String)
  /// A string, unescaped.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; the first of several members with the same name counts.
  case object([String: JSONValue])

  /// The content of a string, or compact JSON for any other value.
  package var text: String {
    if case .string(let text) = self { text } else { compact }
  }

  /// The type with its article, for an error message.
  package var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// Whether the value is a string.
  package var isString: Bool { if case .string = self { true } else { false } }

  /// The members of an object, or `nil` for any other value.
  package var members: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  private var compact: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let text): text
    case .string(let text): JSONText.quote(text)
    case .array(let values): "[" + values.map(\.compact).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\(JSONText.quote($0)):\($1.compact)" }
        .joined(separator: ",") + "}"
    }
  }

  /// Returns every value that is not a container, with its path, such as `errors[].message`.
  ///
  /// An empty container counts as a value, so that no member is missed.
  package func leaves(path: String = "") -> [(path: String, value: JSONValue)] {
    switch self {
    case .object(let members) where !members.isEmpty:
      members.sorted { $0.key < $1.key }
        .flatMap { $1.leaves(path: path.isEmpty ? $0 : path + "." + $0) }
    case .array(let values) where !values.isEmpty:
      values.flatMap { $0.leaves(path: path + "[]") }
    default: [(path, self)]
    }
  }
}

extension [String] {
  /// Joins the first names of a list with commas, and adds the number of names left out.
  package func listed(most: Int = 20) -> String {
    prefix(most).joined(separator: ", ") + (count > most ? ", and \(count - most) more" : "")
  }
}

extension JSONValue {
  /// Creates a value by parsing JSON.
  ///
  /// - Parameter bytes: The text in UTF-8, with or without a byte order mark (RFC 8259 §8.1).
  /// - Throws: `JSONOutline.Fault` if the text cannot be parsed.
  package init(parsing bytes: [UInt8]) throws(JSONOutline.Fault) {
    let isText = String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes)
    guard isText, !bytes.contains(0) else { throw .notUTF8 }
    self = try JSONValue(JSONOutline(Self.withoutMark(bytes), isStrict: true))
  }

  /// Creates a value from an outline; of two members with the same name, the first counts.
  private init(_ outline: JSONOutline) throws(JSONOutline.Fault) {
    switch outline {
    case .object(let read, _):
      var members: [String: JSONValue] = [:]
      for member in read where members[member.name] == nil {
        members[member.name] = try JSONValue(member.value)
      }
      self = .object(members)
    case .array(let read, _):
      var values: [JSONValue] = []
      for value in read { values.append(try JSONValue(value)) }
      self = .array(values)
    case .leaf(let text, isString: true, _): self = .string(text)
    case .leaf("null", _, _): self = .null
    case .leaf("true", _, _): self = .boolean(true)
    case .leaf("false", _, _): self = .boolean(false)
    case .leaf(let text, _, _):
      guard let number = Self.shortest(text) else { throw .malformed }
      self = .number(number)
    }
  }

  /// Returns the shortest text of a number, or `nil` if it is too large for a `Double`.
  private static func shortest(_ text: String) -> String? {
    if let integer = Int64(text) { return String(integer) }
    guard let number = Double(text), number.isFinite else { return nil }
    return Int64(exactly: number).map { String($0) } ?? String(number)
  }
}
