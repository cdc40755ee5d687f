/// A number in upper-case hexadecimal, with at least so many digits.
public func hexadecimal(_ number: some BinaryInteger, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Bytes in lower-case hexadecimal, two digits each, as `sha256sum` and `xxd` print them.
public func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { hexadecimal($0, digits: 2).lowercased() }.joined()
}

extension Character {
  /// The character itself in quotes when it can be shown, else its code points.
  ///
  /// A control character must not reach the terminal by way of an error message.
  public var harmlessName: String {
    if self == " " { return "a space" }
    if let byte = asciiValue, 0x21...0x7E ~= byte, utf8.count == 1 { return "'\(self)'" }
    return unicodeScalars.prefix(4).map { "U+" + hexadecimal($0.value, digits: 4) }
      .joined(separator: " ")
  }
}
