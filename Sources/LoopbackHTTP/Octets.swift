// The character classes of RFC 9110 §5.6.
extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let colon = UInt8(ascii: ":")

  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }

  /// A blank or a tab: OWS of RFC 9110 §5.6.3.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// What can be seen: VCHAR.
  var isVisible: Bool { 0x21...0x7E ~= self }

  /// What a token consists of: RFC 9110 §5.6.2.
  var isTokenCharacter: Bool { isDigit || isLetter || Self.tokenMarks.utf8.contains(self) }

  /// What a field value may contain: RFC 9110 §5.5; no CR, LF, NUL nor other control character.
  var isFieldContent: Bool { isVisible || isBlank || self >= 0x80 }

  /// What host and port consist of: RFC 3986 §3.2.2, with no user information.
  var isHostCharacter: Bool { isDigit || isLetter || Self.hostMarks.utf8.contains(self) }

  /// The value of a hexadecimal digit; `nil` for any other octet.
  var hexadecimalValue: Int? {
    if isDigit { return Int(self - UInt8(ascii: "0")) }
    let lower = self | 0x20
    guard UInt8(ascii: "a")...UInt8(ascii: "f") ~= lower else { return nil }
    return Int(lower - UInt8(ascii: "a")) + 10
  }

  private static let tokenMarks: String = "!#$%&'*+-.^_`|~"
  private static let hostMarks: String = "-._~%!$&'()*+,;=:[]"
}

extension Collection<UInt8> {
  /// Whether this is a token: RFC 9110 §5.6.2.
  var isToken: Bool { !isEmpty && allSatisfy(\.isTokenCharacter) }
}
