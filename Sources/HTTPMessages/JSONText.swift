/// A JSON document whose members keep their order.
///
/// Foundation's encoder does not keep the order, and a document that people read should begin with
/// the most important members.
public indirect enum JSONText: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// An integer.
  case number(Int)
  /// A number, written with two decimal places.
  case decimal(Double)
  /// The literal `true` or `false`.
  case boolean(Bool)
  /// A string, unescaped.
  case string(String)
  /// An array.
  case array([JSONText])
  /// An object, with its members in order.
  case object([Member])

  /// A name and its value in an object.
  public struct Member: Hashable, Sendable {
    let name: String
    let value: JSONText

    /// Creates a member from its unescaped name and its value.
    public init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// Returns a string, or null for `nil`.
  public static func string(orNull text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

  /// The document on several lines, indented by two spaces per level.
  public var text: String { text(indentation: "") }

  /// The document on one line.
  public var line: String {
    switch self {
    case .null, .number, .decimal, .boolean, .string: text
    case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quote($0.name) + ":" + $0.value.line }.joined(separator: ",") + "}"
    }
  }

  private func text(indentation: String) -> String {
    let inner = indentation + "  "
    func block(_ open: String, _ lines: [String], _ close: String) -> String {
      lines.isEmpty
        ? open + close
        : "\(open)\n" + lines.map { inner + $0 }.joined(separator: ",\n")
          + "\n\(indentation)\(close)"
    }
    switch self {
    case .null: return "null"
    case .number(let number): return String(number)
    case .decimal(let number): return String((number * 100).rounded() / 100)
    case .boolean(let value): return value ? "true" : "false"
    case .string(let text): return Self.quote(text)
    case .array(let values):
      return block("[", values.map { $0.text(indentation: inner) }, "]")
    case .object(let members):
      let lines = members.map { Self.quote($0.name) + ": " + $0.value.text(indentation: inner) }
      return block("{", lines, "}")
    }
  }

  /// Quotes and escapes a string (RFC 8259 §7).
  ///
  /// It also escapes characters that would act on a terminal. A JSON parser sees no difference.
  package static func quote(_ text: String) -> String {
    // A shortcut: most strings are plain.
    let isPlain = text.utf8.allSatisfy {
      0x20..<0x7f ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return "\"" + text + "\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if Harmless.isDangerous(scalar) {
          for unit in String(scalar).utf16 {
            quoted += "\\u" + unit.hexadecimal(digits: 4).lowercased()
          }
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
