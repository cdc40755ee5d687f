import Vocabulary

extension ChallengeForm {
  /// A fault in the form of a challenge, which no S256 challenge has.
  struct Shape {
    let cause: String
    let sentence: String
    var action = ""
  }

  /// Returns the fault in a text's form, or `nil` if it has that of an S256 challenge.
  static func shape(of text: [UInt8]) -> Shape? {
    let bytes = "Encode the digest's 32 bytes in base64url: 43 characters."
    if let octets = Hexadecimal.decode(text), let hash = hash(of: octets.count) {
      return Shape(
        cause: "hexadecimal",
        sentence:
          "The challenge has \(text.count) hexadecimal digits, as many as a \(hash) digest.",
        action: bytes)
    }
    guard !text.isEmpty else { return Shape(cause: "empty", sentence: "The challenge is empty.") }
    guard text.allSatisfy({ Base64.value(of: $0) != nil }) else {
      return Shape(
        cause: "not_base64url", sentence: "The challenge is not base64url.", action: bytes)
    }
    let inner = Base64.decodeLeniently(text)
    if let octets = Hexadecimal.decode(inner), let hash = hash(of: octets.count) {
      return Shape(
        cause: "encoded_hexadecimal",
        sentence:
          "The challenge is base64url of \(inner.count) hexadecimal digits, as many as a \(hash) digest: "
          + "the hexadecimal text was encoded, not the bytes.", action: bytes)
    }
    guard text.count == 43 else { return length(text.count, inner.count) }
    guard Base64.urlSafe.encode(inner).utf8.elementsEqual(text.map(urlSafe)) else {
      return Shape(
        cause: "last_character",
        sentence:
          "No S256 challenge ends in this character. 32 bytes leave two unused bits in the last character, "
          + "and both are zero (RFC 4648 §3.5).",
        action: "Check whether the end was changed, or whether this is a verifier (method plain).")
    }
    return nil
  }

  private static func length(_ count: Int, _ bytes: Int) -> Shape {
    if count % 4 != 1, bytes != 32, let hash = hash(of: bytes) {
      return Shape(
        cause: "other_hash",
        sentence:
          "The challenge encodes \(bytes) bytes, the length of a \(hash) digest. SHA-256 gives 32 bytes.",
        action: "Use SHA-256 (RFC 7636 §4.2).")
    }
    let difference = count - 43
    let missing = difference == -1 ? "one is missing" : "\(-difference) are missing"
    let extra = difference == 1 ? "one is too many" : "\(difference) are too many"
    return Shape(
      cause: "length",
      sentence:
        "The challenge has \(count) character\(count == 1 ? "" : "s") instead of 43: \(difference < 0 ? missing : extra).",
      action: "Copy the whole value and nothing else.")
  }

  private static func hash(of length: Int) -> String? {
    HashFunction.allCases.first { $0.length == length }?.rawValue
  }

  private static func urlSafe(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    default: byte
    }
  }
}
