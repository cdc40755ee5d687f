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
