import HTTPMessages

/// A way of writing characters so that they pass through where they would mean something.
enum Escape: CaseIterable {
  /// Percent-encoding, in either case of its digits: RFC 3986 §2.1.
  case percent
  /// What stands behind a backslash in a JSON string: RFC 8259 §7.
  case json
  /// The character references of a page.
  case html

  /// The byte that every escape begins with.
  var sign: UInt8 {
    switch self {
    case .percent: UInt8(ascii: "%")
    case .json: UInt8(ascii: "\\")
    case .html: UInt8(ascii: "&")
    }
  }

  /// Reads the escape at the front of a text.
  ///
  /// - Parameter bytes: The text, which begins with the sign.
  /// - Returns: What is meant, and how many bytes say so; `nil` if this is no escape.
  func read(_ bytes: ArraySlice<UInt8>) -> (meaning: [UInt8], length: Int)? {
    let rest = bytes.dropFirst()
    switch self {
    case .percent:
      guard let byte = Self.number(rest.prefix(2), digits: 2) else { return nil }
      return ([UInt8(truncatingIfNeeded: byte)], 3)
    case .json: return Self.backslash(rest)
    case .html: return Self.reference(rest)
    }
  }

  /// The text in the place of one that has this escape undone, where it means the same.
  func write(_ text: String) -> String { self == .percent ? Form.encode(text) : text }

  private static func backslash(_ rest: ArraySlice<UInt8>) -> (meaning: [UInt8], length: Int)? {
    let short: [UInt8: String] = [
      UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}",
    ]
    guard let letter = rest.first else { return nil }
    guard letter == UInt8(ascii: "u") else {
      return (short[letter].map { Array($0.utf8) } ?? [letter], 2)
    }
    guard let unit = number(rest.dropFirst().prefix(4), digits: 4) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (Array(String(scalar).utf8), 6) }
    // Half of a pair: the other half follows as an escape of its own.
    let second = rest.dropFirst(5)
    guard second.starts(with: "\\u".utf8),
      let low = number(second.dropFirst(2).prefix(4), digits: 4), unit < 0xDC00,
      0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return (Array(String(scalar).utf8), 12)
  }

  private static func reference(_ rest: ArraySlice<UInt8>) -> (meaning: [UInt8], length: Int)? {
    guard let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    let length = name.utf8.count + 2
    if let meaning = names[name] { return (Array(meaning.utf8), length) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      "xX".contains(digits.prefix(1)) ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { (Array(String($0).utf8), length) }
  }

  /// A number in hexadecimal with so many digits; `nil` if these are none.
  private static func number(_ bytes: ArraySlice<UInt8>, digits: Int) -> UInt32? {
    guard bytes.count == digits, bytes.allSatisfy(\.isHexadecimalDigit) else { return nil }
    return UInt32(String(decoding: bytes, as: UTF8.self), radix: 16)
  }
}
