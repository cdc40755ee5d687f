/// A JSON value of any shape: RFC 8259 §3.
///
/// A token response is read as this first and understood afterwards, so that a member of the wrong
/// type can be named, and an unknown member is kept.
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number, as its shortest text: an integer stays one.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The text of a string, or the compact JSON of anything else.
  package var text: String {
    if case .string(let text) = self { text } else { compact }
  }

  /// What kind of value it is, for an error message.
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

  /// Whether it is a string.
  package var isString: Bool { if case .string = self { true } else { false } }

  /// The members of an object; `nil` for anything else.
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

  /// Every value that is no container, with its path: `errors[].message`, `error.code`.
  ///
  /// An empty container counts as a value, so that no member is passed over.
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
  /// The first names of a list, and how many there are besides: nobody reads thousands.
  package func listed(most: Int = 20) -> String {
    prefix(most).joined(separator: ", ") + (count > most ? ", and \(count - most) more" : "")
  }
}

extension JSONValue {
  /// Reads JSON.
  ///
  /// - Parameter bytes: The text. RFC 8259 §8.1 requires UTF-8, and lets a reader pass over a mark before it.
  /// - Throws: `JSONOutline.Fault`.
  package init(parsing bytes: [UInt8]) throws(JSONOutline.Fault) {
    let isText = String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes)
    guard isText, !bytes.contains(0) else { throw .notUTF8 }
    self = try JSONValue(JSONOutline(Self.withoutMark(bytes), isStrict: true))
  }

  /// Of two members with one name, the first counts.
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

  /// The shortest text of a number; `nil` if it is too large for a computer's numbers.
  private static func shortest(_ text: String) -> String? {
    if let integer = Int64(text) { return String(integer) }
    guard let number = Double(text), number.isFinite else { return nil }
    return Int64(exactly: number).map { String($0) } ?? String(number)
  }
}
