extension Form {
  /// The encoded text, for a query or a body.
  public var encoded: String {
    pairs.map { Self.encode($0.name) + "=" + Self.encode($0.value) }.joined(separator: "&")
  }

  /// Encodes one name or value.
  ///
  /// Letters, digits, and `* - . _` stay; a space becomes `%20`, and every other UTF-8 byte `%XX`.
  /// The WHATWG URL standard encodes a space as `+`, which means a space only in a form. `%20` is a
  /// space everywhere, so it survives copying from a form to a URL and back.
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
