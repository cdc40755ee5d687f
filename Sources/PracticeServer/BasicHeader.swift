import HTTPMessages

/// Reads a Basic header: RFC 7617 §2, with the form encoding of RFC 6749 §2.3.1.
enum BasicHeader {
  /// The identifier and the secret; `nil` if the header is malformed or the secret is empty.
  static func read(_ header: String) -> (identifier: String, secret: String)? {
    let scheme = header.prefix { $0 != " " }
    // RFC 9110 §11.4: one or more blanks follow.
    let credentials = header.dropFirst(scheme.count).drop { $0 == " " }
    guard scheme.lowercased() == "basic", let bytes = decode(credentials),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let identifier = text(bytes[..<colon]),
      let secret = text(bytes[colon...].dropFirst()), !secret.isEmpty
    else { return nil }
    return (identifier, secret)
  }

  /// The text that was form-encoded; `nil` if it was not, or is no UTF-8.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.elementsEqual(bytes) ? try? Form.decode(text) : nil
  }

  /// Decodes standard Base64 with its padding: RFC 4648 §4.
  private static func decode(_ text: Substring) -> [UInt8]? {
    guard text.utf8.count % 4 == 0 else { return nil }
    let digits = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
    guard text.utf8.count - digits.count <= 2 else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
