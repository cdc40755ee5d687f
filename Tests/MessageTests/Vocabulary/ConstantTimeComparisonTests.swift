import TestSupport
import Testing
import Vocabulary

struct ConstantTimeComparisonTests {
  @Test func `equal means equal, byte for byte`() {
    let seed: UInt64 = 11
    var generator = SeededGenerator(seed: seed)
    for count in 0...64 {
      let bytes = generator.bytes(count)
      expect(isEqualInConstantTime(bytes, bytes))
      expect(!isEqualInConstantTime(bytes, bytes + [0]))
      for position in bytes.indices {
        var other = bytes
        other[position] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        expect(!isEqualInConstantTime(bytes, other), "seed \(seed)")
      }
    }
    // Two differences do not cancel each other.
    expect(!isEqualInConstantTime([1, 1], [0, 0]))
    expect(!isEqualInConstantTime([1, 2], [2, 1]))
    expect(isEqualInConstantTime([], []))
  }

  @Test func `texts that look the same but have other bytes are different states`() {
    // Swift calls these strings equal, being canonically equivalent; a server does not.
    expect(!State("e\u{301}").matches("\u{E9}"))
    expect(!State("K").matches("\u{212A}"))
  }
}
