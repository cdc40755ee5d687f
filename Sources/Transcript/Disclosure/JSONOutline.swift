import HTTPMessages

/// A JSON text with the place of each name and value, so that one can be replaced and all else stays
/// as it was sent: RFC 8259.
indirect enum JSONOutline {
  /// A number or a literal, or the decoded text of a string.
  case leaf(text: String, isString: Bool, place: Range<Int>)
  case array([JSONOutline], place: Range<Int>)
  case object([(name: String, namePlace: Range<Int>, value: JSONOutline)], place: Range<Int>)

  /// Reads a text; `nil` if it is not JSON, or is nested too deeply.
  init?(_ bytes: [UInt8]) {
    var reader = JSONOutlineReader(bytes: bytes)
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  /// The place of the value.
  var place: Range<Int> {
    switch self {
    case .leaf(_, _, let place), .array(_, let place), .object(_, let place): place
    }
  }
}

private struct JSONOutlineReader {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static let deepest = 64

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index == bytes.count
    }
  }

  mutating func value(depth: Int) -> JSONOutline? {
    guard depth < Self.deepest else { return nil }
    skipSpace()
    guard index < bytes.count else { return nil }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "{"):
      var members: [(name: String, namePlace: Range<Int>, value: JSONOutline)] = []
      let isRead = list(until: UInt8(ascii: "}")) { reader in
        reader.skipSpace()
        guard let (name, place) = reader.string(), reader.skip(UInt8(ascii: ":")),
          let value = reader.value(depth: depth + 1)
        else { return false }
        members.append((name, place, value))
        return true
      }
      return isRead ? .object(members, place: start..<index) : nil
    case UInt8(ascii: "["):
      var values: [JSONOutline] = []
      let isRead = list(until: UInt8(ascii: "]")) { reader in
        guard let value = reader.value(depth: depth + 1) else { return false }
        values.append(value)
        return true
      }
      return isRead ? .array(values, place: start..<index) : nil
    case UInt8(ascii: "\""):
      return string().map { .leaf(text: $0.text, isString: true, place: $0.place) }
    default:
      while index < bytes.count, !" \t\r\n,]}\"".utf8.contains(bytes[index]) { index += 1 }
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      let isValue = ["true", "false", "null"].contains(text) || Double(text) != nil
      return isValue ? .leaf(text: text, isString: false, place: start..<index) : nil
    }
  }

  /// The elements between an opening bracket and its closing one, separated by commas.
  private mutating func list(
    until closing: UInt8, element: (inout JSONOutlineReader) -> Bool
  ) -> Bool {
    index += 1
    if skip(closing) { return true }
    repeat {
      guard element(&self) else { return false }
    } while skip(UInt8(ascii: ","))
    return skip(closing)
  }

  /// A string, its escapes undone: RFC 8259 §7.
  private mutating func string() -> (text: String, place: Range<Int>)? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
    let start = index
    index += 1
    var units: [UInt16] = []
    var plain: [UInt8] = []
    func flush() {
      units.append(contentsOf: String(decoding: plain, as: UTF8.self).utf16)
      plain = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        flush()
        return (String(decoding: units, as: UTF16.self), start..<index)
      case UInt8(ascii: "\\"):
        guard let unit = escape() else { return nil }
        flush()
        units.append(unit)
      case 0..<0x20: return nil
      default: plain.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> UInt16? {
    guard index < bytes.count else { return nil }
    let sign = bytes[index]
    index += 1
    let simple: [UInt8: UInt16] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
      UInt8(ascii: "t"): 9,
    ]
    if let unit = simple[sign] { return unit }
    guard sign == UInt8(ascii: "u"), index + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    index += 4
    return digits.first == "+" || digits.first == "-" ? nil : UInt16(digits, radix: 16)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, " \t\r\n".utf8.contains(bytes[index]) { index += 1 }
  }
}
