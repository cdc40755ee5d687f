import Vocabulary

/// A family of encodings in which a client may have written a digest.
enum DigestEncoding: CaseIterable {
  /// Base64 in any alphabet, without padding.
  case base64
  /// Hexadecimal in either letter case.
  case hexadecimal
  /// base64url of the hexadecimal text.
  case encodedHexadecimal
  /// A list of decimal numbers, one for each byte.
  case decimal
  /// base64url of that list.
  case encodedDecimal
  /// One decimal number.
  case decimalNumber
  /// The text itself.
  case verbatim

  /// Whether letter case carries information in this family.
  var hasLetterCase: Bool {
    [.base64, .encodedHexadecimal, .encodedDecimal, .verbatim].contains(self)
  }

  /// Returns the encodings of the bytes in this family, each with the mistakes that lead to it.
  func texts(of bytes: [UInt8]) -> [(mistakes: [PairMistake], text: [UInt8])] {
    switch self {
    case .base64: Self.alphabets(Base64.urlSafe.encode(bytes))
    case .hexadecimal:
      [
        ([.hexadecimal], Hexadecimal.encode(bytes)),
        ([.upperHexadecimal], Self.upper(Hexadecimal.encode(bytes))),
      ]
    case .encodedHexadecimal:
      [
        ([.encodedHexadecimal], Self.encoded(Hexadecimal.encode(bytes))),
        ([.encodedUpperHexadecimal], Self.encoded(Self.upper(Hexadecimal.encode(bytes)))),
      ]
    case .decimal: Self.lists(bytes).map { ([.decimal], $0) }
    case .encodedDecimal: Self.lists(bytes).map { ([.encodedDecimal], Self.encoded($0)) }
    case .decimalNumber: [([.decimalNumber], Self.number(bytes))]
    case .verbatim: [([.plain], bytes)]
    }
  }

  /// Returns the text in the four mixtures of the two Base64 alphabets, base64url first.
  private static func alphabets(_ text: String) -> [(mistakes: [PairMistake], text: [UInt8])] {
    let right = Array(text.utf8)
    func replaced(_ plus: Bool, _ slash: Bool) -> [UInt8] {
      right.map {
        switch $0 {
        case UInt8(ascii: "-") where plus: UInt8(ascii: "+")
        case UInt8(ascii: "_") where slash: UInt8(ascii: "/")
        default: $0
        }
      }
    }
    return [
      ([], right), ([.standardAlphabet], replaced(true, true)),
      ([.slashLeft], replaced(false, true)), ([.plusLeft], replaced(true, false)),
    ]
  }

  private static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    Array(Base64.urlSafe.encode(bytes).utf8)
  }

  private static func upper(_ text: [UInt8]) -> [UInt8] {
    text.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 ? $0 - 0x20 : $0 }
  }

  /// Returns the bytes as JavaScript, Python, and JSON print them.
  private static func lists(_ bytes: [UInt8]) -> [[UInt8]] {
    let plain = bytes.map(String.init).joined(separator: ",")
    let spaced = bytes.map(String.init).joined(separator: ", ")
    return [plain, spaced, "[\(plain)]", "[\(spaced)]"].map { Array($0.utf8) }
  }

  /// Returns the bytes as one number, the most significant byte first.
  private static func number(_ bytes: [UInt8]) -> [UInt8] {
    var limbs: [UInt64] = [0]
    for byte in bytes {
      var carry = UInt64(byte)
      for index in limbs.indices {
        let value = limbs[index] << 8 + carry
        limbs[index] = value % 1_000_000_000
        carry = value / 1_000_000_000
      }
      if carry > 0 { limbs.append(carry) }
    }
    let digits = limbs.reversed().map { limb in
      let text = String(limb)
      return String(repeating: "0", count: 9 - text.count) + text
    }.joined()
    return Array(digits.drop { $0 == "0" }.utf8)
  }
}
