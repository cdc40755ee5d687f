/// Returns a number in uppercase hexadecimal, with a minimum number of digits.
public func hexadecimal(_ number: some BinaryInteger, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Returns bytes in lowercase hexadecimal, as `sha256sum` and `xxd` print them.
public func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { hexadecimal($0, digits: 2).lowercased() }.joined()
}

extension Character {
  /// The character in quotes if it is visible ASCII, or else its code points.
  ///
  /// A control character must not reach the terminal through an error message.
  public var harmlessName: String {
    if self == " " { return "a space" }
    if let byte = asciiValue, 0x21...0x7E ~= byte, utf8.count == 1 { return "'\(self)'" }
    return unicodeScalars.prefix(4).map { "U+" + hexadecimal($0.value, digits: 4) }
      .joined(separator: " ")
  }
}
