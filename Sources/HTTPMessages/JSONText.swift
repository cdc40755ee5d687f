/// JSON with its members in the order in which they were put, written by hand.
///
/// Foundation's encoder knows no order of its own, and a document that people read should begin with
/// what comes first.
public indirect enum JSONText: Hashable, Sendable {
  /// `null`.
  case null
  /// A number without a fraction.
  case number(Int)
  /// A boolean.
  case boolean(Bool)
  /// A string, unescaped.
  case string(String)
  /// An array.
  case array([JSONText])
  /// An object, its members in order.
  case object([Member])

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    let name: String
    let value: JSONText

    /// Names a value.
    public init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// A string, or null.
  public static func string(orNull text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

  /// The document on several lines, indented by two blanks a level.
  public var text: String { text(indentation: "") }

  /// The document on one line.
  public var line: String {
    switch self {
    case .null, .number, .boolean, .string: text
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
    case .boolean(let value): return value ? "true" : "false"
    case .string(let text): return Self.quote(text)
    case .array(let values):
      return block("[", values.map { $0.text(indentation: inner) }, "]")
    case .object(let members):
      let lines = members.map { Self.quote($0.name) + ": " + $0.value.text(indentation: inner) }
      return block("{", lines, "}")
    }
  }

  /// Quotes a string as RFC 8259 §7 wants it.
  ///
  /// What would act on a terminal is escaped too, which no reader of JSON notices.
  package static func quote(_ text: String) -> String {
    // Most strings are plain.
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
