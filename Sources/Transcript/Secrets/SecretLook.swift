/// Values that look like a secret or like a person, whatever their name.
enum SecretLook {
  /// A piece of a text, and the name that its placeholder gets.
  struct Suspect: Hashable {
    let name: String
    let value: String
  }

  /// The suspects in a text, in the order in which they stand there.
  static func suspects(in bytes: [UInt8]) -> [Suspect] {
    var seen: Set<String> = []
    return DecodedText.readings(of: bytes).flatMap { suspects(inPlain: $0.bytes) }
      .filter { seen.insert($0.value).inserted }
  }

  /// Whether a value as a whole is opaque: long, of one piece, and no words.
  static func isOpaque(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.allSatisfy { $0.isOpaque || "+/=.~".utf8.contains($0) } && isRandom(bytes[...])
  }

  private static func suspects(inPlain bytes: [UInt8]) -> [Suspect] {
    var suspects: [Suspect] = []
    // A token of three parts is one piece, and so is an address.
    for word in bytes.split(whereSeparator: { !$0.isOpaque && !".@+%".utf8.contains($0) }) {
      let text = String(decoding: word, as: UTF8.self)
      if word.starts(with: "eyJ".utf8), word.count(where: { $0 == UInt8(ascii: ".") }) >= 2 {
        suspects.append(Suspect(name: "jwt", value: text))
      } else if isAddress(word) {
        suspects.append(Suspect(name: "email", value: text))
      } else {
        suspects += word.split(whereSeparator: { !$0.isOpaque }).filter(isRandom)
          .map { Suspect(name: "opaque-value", value: String(decoding: $0, as: UTF8.self)) }
      }
    }
    return suspects
  }

  /// How long a value is at least that is taken for opaque.
  private static let opaqueLength = 32

  /// Whether it is long, mixes letters and digits, and repeats little: a digest, a token, a UUID.
  private static func isRandom(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= opaqueLength && bytes.contains(where: \.isLetter)
      && bytes.contains(where: \.isDigit) && Set(bytes).count >= 10
  }

  /// Whether it reads as an e-mail address: something, @, and a name with a dot in it.
  private static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    let parts = word.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
  }
}
