/// SHA-1 (FIPS 180-4 §6.1), only to recognize a challenge made with it.
enum SHA1 {
  /// Returns the digest of a message: 20 bytes.
  static func digest(of message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
    let padded = HashPadding.pad(message, block: 64)
    for start in stride(from: 0, to: padded.count, by: 64) {
      compress(padded[start..<start + 64], into: &state)
    }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// Compresses one block of 64 bytes (FIPS 180-4 §6.1.2).
  private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    let words = schedule(block)
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for round in 0..<80 {
      let (mixed, constant): (UInt32, UInt32) =
        switch round / 20 {
        case 0: (b & c ^ ~b & d, 0x5a827999)
        case 1: (b ^ c ^ d, 0x6ed9eba1)
        case 2: (b & c ^ b & d ^ c & d, 0x8f1bbcdc)
        default: (b ^ c ^ d, 0xca62c1d6)
        }
      let next = rotate(a, 5) &+ mixed &+ e &+ constant &+ words[round]
      (e, d, c, b, a) = (d, c, rotate(b, 30), a, next)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
  }

  /// Returns the 16 words of the block, expanded to 80.
  private static func schedule(_ block: ArraySlice<UInt8>) -> [UInt32] {
    var words: [UInt32] = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
      block[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<80 {
      words.append(
        rotate(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1))
    }
    return words
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
