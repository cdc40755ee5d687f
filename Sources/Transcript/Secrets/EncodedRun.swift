import Vocabulary

/// A stretch of a text that may be base64 or hexadecimal, and hold something.
struct EncodedRun {
  enum Alphabet {
    case base64, hexadecimal

    /// How many characters have to be tried as the first: an encoding may begin behind others.
    var alignments: Int { self == .base64 ? 4 : 2 }

    func has(_ byte: UInt8) -> Bool {
      self == .base64 ? Base64.value(of: byte) != nil : byte.isHexadecimalDigit
    }

    /// How many characters so many bytes take at least.
    func length(of count: Int) -> Int {
      self == .base64 ? (count * 8 + 5) / 6 : count * 2
    }
  }

  let alphabet: Alphabet
  /// Where it stands in the text, its padding included.
  let range: Range<Int>
  /// Its characters.
  let characters: ArraySlice<UInt8>
  /// Whether it stands behind the name of the Basic scheme: RFC 7617 §2 wants the standard alphabet.
  private let isBasic: Bool

  /// The runs of a text that are long enough for so many bytes.
  static func all(in bytes: [UInt8], of alphabet: Alphabet, atLeast count: Int) -> [EncodedRun] {
    var runs: [EncodedRun] = []
    var index = 0
    while index < bytes.count {
      guard alphabet.has(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, alphabet.has(bytes[index]) { index += 1 }
      var end = index
      if alphabet == .base64 {
        while end < bytes.count, bytes[end] == UInt8(ascii: "="), end - index < 2 { end += 1 }
      }
      guard index - start >= alphabet.length(of: count) else { continue }
      let before = bytes[max(0, start - 6)..<start].map(\.lowercased)
      runs.append(
        EncodedRun(
          alphabet: alphabet, range: start..<end, characters: bytes[start..<end],
          isBasic: before.elementsEqual("basic ".utf8)))
    }
    return runs
  }

  /// What it means when so many characters before it do not belong to it.
  func decoded(skipping count: Int) -> [UInt8] {
    let digits = characters.dropFirst(count)
    guard alphabet == .hexadecimal else { return Base64.decodeLeniently(digits) }
    let values = digits.map(\.hexadecimalValue)
    return stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }

  /// Other bytes, written in the same way.
  func encoded(_ bytes: [UInt8]) -> String {
    guard alphabet == .base64 else {
      let text = hexadecimal(bytes)
      let isUpper = characters.contains { UInt8(ascii: "A")...UInt8(ascii: "F") ~= $0 }
      return isUpper ? text.uppercased() : text
    }
    let isStandard = isBasic || characters.contains { "+/=".utf8.contains($0) }
    return (isStandard ? Base64.standard : .urlSafe).encode(bytes)
  }
}
