import Foundation
import Step1CodeVerifier
import TestSupport
import Testing

struct SHA256Tests {
  @Test func `the vectors of NIST's validation program come out, and what sha256sum prints`() throws
  {
    let text = String(decoding: try Repository.vector("sha256-short-messages.rsp"), as: UTF8.self)
    var fields: [String: String] = [:]
    var count = 0
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count == 3, words[1] == "=" else { continue }
      fields[String(words[0])] = String(words[2])
      guard words[0] == "MD" else { continue }
      let bits = try #require(fields["Len"].flatMap { Int($0) })
      let message = try #require(fields["Msg"].flatMap { [UInt8](hex: $0) })
      // NIST writes the empty message as one byte of length 0.
      let digest = SHA256.digest(of: Array(message.prefix(bits / 8)))
      expect(digest.hex, is: fields["MD"], "Len = \(bits)")
      count += 1
    }
    // 0 to 512 bits, in steps of a byte.
    expect(count, is: 65)
    // head -c 10000 /dev/zero | tr '\0' a | sha256sum
    expect(
      SHA256.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 10_000)).hex,
      is: "27dd1f61b867b6a0f6e9d8a41c43231de52107e53ae424de8f847b821db4b711")
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `every length around the block boundaries agrees with Python's hashlib`() throws {
    let seed: UInt64 = 180_4
    var generator = SeededGenerator(seed: seed)
    let lengths =
      Array(0...130) + [183, 184, 191, 192, 247, 248, 255, 256, 257, 1000, 4096, 10_000]
    let messages = lengths.map { generator.bytes($0) }
    let expected = try IndependentProgram.python(
      """
      import sys, hashlib
      for line in sys.stdin: print(hashlib.sha256(bytes.fromhex(line.strip())).hexdigest())
      """, lines: messages.map(\.hex))
    try #require(expected.count == messages.count)
    for (message, digest) in zip(messages, expected) {
      expect(SHA256.digest(of: message).hex, is: digest, "\(message.count) bytes, seed \(seed)")
    }
  }
}
