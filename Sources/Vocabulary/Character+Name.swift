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
