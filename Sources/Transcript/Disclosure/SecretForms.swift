import HTTPMessages
import Vocabulary

/// The forms in which a secret may be written, reduced to letters and digits.
enum SecretForms {
  /// A form, and the distance between its pieces.
  ///
  /// If an encoding makes several digits of a character, not every piece is needed: one for each eight
  /// characters of the secret is enough.
  typealias Form = (letters: [UInt8], step: Int)

  /// Returns a secret unchanged, form-encoded, reversed, and in encodings that look like words.
  static func all(of secret: String, letters: [UInt8]) -> [Form] {
    let bytes = Array(secret.utf8)
    let encoded = Array(HTTPMessages.Form.encode(secret).utf8)
    var forms: [Form] = [(letters, 1), (letters.reversed(), 1)]
    if encoded != bytes { forms.append((self.letters(of: encoded), 1)) }
    for bytes in encoded == bytes ? [bytes] : [bytes, encoded] {
      forms += (0..<3).map { (digits(of: bytes, base64, bits: 6, after: $0), 2) }
    }
    forms += (0..<5).map { (digits(of: bytes, base32, bits: 5, after: $0), 4) }
    forms += numerals.map { numerals in (bytes.flatMap { numerals[Int($0)] }, 4) }
    // The octets of a verifier reveal it.
    let octets = Base64.decodeLeniently(bytes)
    forms.append((octets.flatMap { hexadecimal[Int($0)] }, 4))
    return forms
  }

  /// Returns the letters and digits of a text in lower case.
  static func letters(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    for byte in bytes where Unicode.Scalar(byte).isASCIILetterOrDigit {
      letters.append(Unicode.Scalar(byte).lowercasedByte)
    }
    return letters
  }

  /// Each byte in other numerals, after the letters of an escape sequence.
  private static let numerals: [[[UInt8]]] = [(16, ""), (16, "x"), (16, "u00"), (10, ""), (8, "")]
    .map { radix, prefix in
      (0..<256).map { Array((prefix + String($0, radix: radix)).utf8) }
    }

  private static let hexadecimal: [[UInt8]] = (0..<256).map {
    Array(($0 < 16 ? "0" : "").utf8) + Array(String($0, radix: 16).utf8)
  }

  private static let base64 = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let base32 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// Returns the Base64 or Base32 digits that depend only on these bytes, after some others.
  private static func digits(
    of bytes: [UInt8], _ alphabet: [UInt8], bits: Int, after count: Int
  ) -> [UInt8] {
    // The digit that the preceding bytes share with these is omitted.
    let shared = count * 8 % bits == 0 ? 0 : bits - count * 8 % bits
    var (buffer, available, isFirst) = (0, 0, shared > 0)
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 8 / bits + 1)
    for byte in bytes {
      buffer = buffer << 8 | Int(byte)
      available += 8
      if isFirst {
        (available, isFirst) = (available - shared, false)
      }
      while available >= bits {
        available -= bits
        let digit = alphabet[buffer >> available & (1 << bits - 1)]
        if Unicode.Scalar(digit).isASCIILetterOrDigit {
          digits.append(Unicode.Scalar(digit).lowercasedByte)
        }
      }
      buffer &= 0xFF
    }
    return digits
  }
}
