extension Form {
  /// A reason why a text is not a valid form.
  public enum Fault: Error, Hashable {
    /// A percent sign is not followed by two hexadecimal digits (RFC 3986 §2.1).
    case percentSign(String)
    /// The decoded bytes are not valid UTF-8.
    case notUTF8(String)
  }

  /// Creates a form from its encoded text.
  ///
  /// - Parameter encoded: The text of a query, a fragment, or a body.
  /// - Throws: `Fault` with the name or value that cannot be decoded. Nothing is repaired.
  public init(decoding encoded: some StringProtocol) throws(Fault) {
    var pairs: [Pair] = []
    // Bytes, not characters: an & followed by a combining mark is still a separator.
    for part in encoded.utf8.split(separator: UInt8(ascii: "&")) {
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let name = try Self.decode(bytes: part[..<equals])
      let value = try Self.decode(bytes: part[equals...].dropFirst())
      pairs.append(Pair(name, value))
    }
    self.init(pairs)
  }

  /// Decodes one name or value: `+` is a space, `%XX` a byte.
  ///
  /// - Throws: `Fault` with the text that cannot be decoded.
  public static func decode(_ text: some StringProtocol) throws(Fault) -> String {
    try decode(bytes: text.utf8)
  }

  private static func decode(bytes encoded: some Sequence<UInt8>) throws(Fault) -> String {
    let all = Array(encoded)
    // A shortcut: most values are plain.
    if all.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "%") }) {
      return String(decoding: all, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    var rest = all[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst()?.hexadecimalValue,
          let low = rest.popFirst()?.hexadecimalValue
        else { throw .percentSign(String(decoding: all, as: UTF8.self)) }
        bytes.append(UInt8(high << 4 | low))
      default: bytes.append(byte)
      }
    }
    let decoded = String(decoding: bytes, as: UTF8.self)
    // Invalid UTF-8 became U+FFFD, so the bytes differ.
    guard decoded.utf8.elementsEqual(bytes) else {
      throw .notUTF8(String(decoding: all, as: UTF8.self))
    }
    return decoded
  }
}
