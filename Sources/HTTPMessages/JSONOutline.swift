/// A JSON text with the position of each name and value (RFC 8259).
///
/// A value can be replaced while the rest of the text stays unchanged.
package indirect enum JSONOutline {
  /// A number or a literal, or the decoded text of a string.
  case leaf(text: String, isString: Bool, place: Range<Int>)
  /// An array, with the range of its bytes.
  case array([JSONOutline], place: Range<Int>)
  /// An object, its members in order, repeated names included.
  case object([(name: String, namePlace: Range<Int>, value: JSONOutline)], place: Range<Int>)

  /// The most levels of nesting allowed; OAuth messages have only a few.
  ///
  /// RFC 8259 §9 allows a limit. The parser is recursive, and a few hundred levels would crash the
  /// program on a thread with a small stack. On macOS, every thread but the first has 512 KiB.
  package static let deepest = 64

  /// A reason why a text cannot be parsed.
  package enum Fault: Error, Hashable {
    /// The text has more levels than `deepest`.
    case tooDeep
    /// The text is not UTF-8, or contains a NUL byte, as UTF-16 and UTF-32 do.
    case notUTF8
    /// The text is not JSON.
    case malformed
  }

  /// Creates an outline by parsing a text.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - isStrict: Whether to reject half a surrogate pair, and a number that only Swift accepts. A
  ///     search for secrets must read such a text too.
  /// - Throws: `Fault` if the text cannot be parsed.
  package init(_ bytes: [UInt8], isStrict: Bool = false) throws(Fault) {
    var reader = JSONReader(bytes: bytes, isStrict: isStrict)
    self = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.next != nil { throw .malformed }
  }

  /// The range of the value's bytes in the text.
  package var place: Range<Int> {
    switch self {
    case .leaf(_, _, let place), .array(_, let place), .object(_, let place): place
    }
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  let isStrict: Bool
  private var index = 0

  init(bytes: [UInt8], isStrict: Bool) {
    self.bytes = bytes
    self.isStrict = isStrict
  }

  /// The next byte, or `nil` at the end.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func value(depth: Int) throws(JSONOutline.Fault) -> JSONOutline {
    skipSpace()
    let start = index
    switch next {
    case UInt8(ascii: "{"):
      var members: [(name: String, namePlace: Range<Int>, value: JSONOutline)] = []
      try list(until: UInt8(ascii: "}"), depth) { (reader) throws(JSONOutline.Fault) in
        reader.skipSpace()
        let (name, place) = try reader.string()
        guard reader.skip(UInt8(ascii: ":")) else { throw .malformed }
        members.append((name, place, try reader.value(depth: depth + 1)))
      }
      return .object(members, place: start..<index)
    case UInt8(ascii: "["):
      var values: [JSONOutline] = []
      try list(until: UInt8(ascii: "]"), depth) { (reader) throws(JSONOutline.Fault) in
        values.append(try reader.value(depth: depth + 1))
      }
      return .array(values, place: start..<index)
    case UInt8(ascii: "\""):
      let (text, place) = try string()
      return .leaf(text: text, isString: true, place: place)
    default: return try word()
    }
  }

  /// Parses the comma-separated elements up to a closing bracket or brace.
  private mutating func list(
    until closing: UInt8, _ depth: Int,
    element: (inout JSONReader) throws(JSONOutline.Fault) -> Void
  ) throws(JSONOutline.Fault) {
    guard depth < JSONOutline.deepest else { throw .tooDeep }
    index += 1
    if skip(closing) { return }
    repeat { try element(&self) } while skip(UInt8(ascii: ","))
    guard skip(closing) else { throw .malformed }
  }

  /// Parses a number or a literal (RFC 8259 §3 and §6).
  private mutating func word() throws(JSONOutline.Fault) -> JSONOutline {
    let start = index
    while let next, !" \t\r\n,]}\"".utf8.contains(next) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let isNumber = Double(text) != nil && (!isStrict || Self.isNumber(text))
    guard isNumber || ["true", "false", "null"].contains(text) else { throw .malformed }
    return .leaf(text: text, isString: false, place: start..<index)
  }

  /// Whether a number that Swift accepts is also valid JSON: `0x1` and `1.` are not.
  private static func isNumber(_ text: String) -> Bool {
    let signs = Array(text.utf8.drop { $0 == UInt8(ascii: "-") })
    func isDigit(_ place: Int) -> Bool { place < signs.count && 0x30...0x39 ~= signs[place] }
    let point = signs.firstIndex(of: UInt8(ascii: "."))
    let hasLeadingZero = signs.first == UInt8(ascii: "0") && isDigit(1)
    return isDigit(0) && !hasLeadingZero && (point.map { isDigit($0 + 1) } ?? true)
      && signs.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
  }

  /// Parses a string and decodes its escapes (RFC 8259 §7).
  private mutating func string() throws(JSONOutline.Fault) -> (text: String, place: Range<Int>) {
    guard next == UInt8(ascii: "\"") else { throw .malformed }
    let start = index
    index += 1
    var units: [UInt16] = []
    var plain = index
    func flush() {
      units.append(contentsOf: String(decoding: bytes[plain..<index], as: UTF8.self).utf16)
    }
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        flush()
        index += 1
        let text = String(decoding: units, as: UTF16.self)
        if isStrict, !text.utf16.elementsEqual(units) { throw .malformed }
        return (text, start..<index)
      case UInt8(ascii: "\\"):
        flush()
        index += 1
        units.append(try escape())
        plain = index
      case 0..<0x20: throw .malformed
      default: index += 1
      }
    }
    throw .malformed
  }

  private static let escapes: [UInt8: UInt16] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9,
  ]

  private mutating func escape() throws(JSONOutline.Fault) -> UInt16 {
    guard let sign = next else { throw .malformed }
    index += 1
    if let unit = Self.escapes[sign] { return unit }
    guard sign == UInt8(ascii: "u"), index + 4 <= bytes.count else { throw .malformed }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    index += 4
    guard digits.first != "+", digits.first != "-", let unit = UInt16(digits, radix: 16) else {
      throw .malformed
    }
    return unit
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    index += 1
    return true
  }

  mutating func skipSpace() {
    while let next, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { index += 1 }
  }
}
