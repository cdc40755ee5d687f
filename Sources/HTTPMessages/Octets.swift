/// The character classes of RFC 9110 §5.6, and hexadecimal digits.
extension UInt8 {
  /// LF, the line feed.
  package static let lineFeed = UInt8(ascii: "\n")
  /// CR, the carriage return.
  package static let carriageReturn = UInt8(ascii: "\r")
  /// The colon after a field name.
  package static let colon = UInt8(ascii: ":")

  /// Whether this is a digit (DIGIT in RFC 5234).
  package var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// Whether this is an ASCII letter (ALPHA in RFC 5234).
  package var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }

  /// Whether this is a space or a tab (OWS in RFC 9110 §5.6.3).
  package var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether this is a visible ASCII character (VCHAR in RFC 5234).
  package var isVisible: Bool { 0x21...0x7E ~= self }

  /// Whether a token may contain this (RFC 9110 §5.6.2).
  package var isTokenCharacter: Bool { isDigit || isLetter || Self.tokenMarks.utf8.contains(self) }

  /// Whether a field value may contain this: no control character (RFC 9110 §5.5).
  package var isFieldContent: Bool { isVisible || isSpaceOrTab || self >= 0x80 }

  /// Whether a host with a port may contain this; user information is excluded (RFC 3986 §3.2.2).
  package var isHostCharacter: Bool { isDigit || isLetter || Self.hostMarks.utf8.contains(self) }

  /// The value of a hexadecimal digit, or `nil` for any other octet.
  package var hexadecimalValue: Int? {
    if isDigit { return Int(self - UInt8(ascii: "0")) }
    let lower = self | 0x20
    guard UInt8(ascii: "a")...UInt8(ascii: "f") ~= lower else { return nil }
    return Int(lower - UInt8(ascii: "a")) + 10
  }

  private static let tokenMarks: String = "!#$%&'*+-.^_`|~"
  private static let hostMarks: String = "-._~%!$&'()*+,;=:[]"
}

extension Collection<UInt8> {
  /// Whether the octets are a token (RFC 9110 §5.6.2).
  package var isToken: Bool { !isEmpty && allSatisfy(\.isTokenCharacter) }
}

extension BinaryInteger {
  /// Formats the number in uppercase hexadecimal, padded with zeros to `count` digits.
  func hexadecimal(digits count: Int) -> String {
    let text = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
  }
}
