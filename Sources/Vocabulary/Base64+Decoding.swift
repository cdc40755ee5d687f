extension Base64 {
  /// Decodes text of this alphabet, with padding if this form has it.
  ///
  /// - Parameter text: The characters, and nothing else.
  /// - Returns: The bytes, or `nil` if the text is not of this form.
  package func decode(_ text: some StringProtocol) -> [UInt8]? {
    let length = text.utf8.count
    let digits = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
    let isWhole = padding ? length % 4 == 0 && length - digits.count <= 2 : length == digits.count
    // A single remaining character does not contain a whole byte.
    guard isWhole, digits.count % 4 != 1, digits.allSatisfy(alphabet.contains) else { return nil }
    return Self.decodeLeniently(digits)
  }

  /// Decodes digits of either alphabet, for a search in text from elsewhere.
  ///
  /// - Parameter digits: Characters of RFC 4648 §4 or §5. Others, such as padding, are ignored.
  /// - Returns: The complete bytes.
  package static func decodeLeniently(_ digits: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for digit in digits {
      guard let value = value(of: digit) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }

  /// Returns the six bits of a character of either alphabet, or `nil` if it is in neither.
  package static func value(of digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
