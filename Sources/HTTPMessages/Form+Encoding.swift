extension Form {
  /// The form as text, ready for a query or a body.
  public var encoded: String {
    pairs.map { Self.encode($0.name) + "=" + Self.encode($0.value) }.joined(separator: "&")
  }

  /// Encodes one name or value: letters, digits and `* - . _` stay, a blank becomes `%20`, every other
  /// byte of its UTF-8 becomes `%XX`.
  ///
  /// A blank could also become `+`, as the WHATWG URL standard writes it. `%20` means a blank
  /// everywhere, `+` only in a form, and these texts are copied to and fro.
  public static func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if isPlain(byte) {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        encoded.append(contentsOf: byte.hexadecimal(digits: 2).utf8)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "*-._".utf8.contains(byte)
  }
}
