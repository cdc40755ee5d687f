import TestSupport
import Testing

@testable import Diagnosis

struct HashFunctionTests {
  private static let twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
  private static let longBlocks =
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
    + "mnopqrstnopqrstu"

  /// The examples of FIPS 180-4 as NIST publishes them, and the test suite of RFC 1321.
  static let published: [(function: HashFunction, message: String, digest: String)] = [
    (.sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (.sha1, twoBlocks, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
    (
      .sha384, "abc",
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
    ),
    (
      .sha384, longBlocks,
      "09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039"
    ),
    (
      .sha512, "abc",
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    ),
    (
      .sha512, longBlocks,
      "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
        + "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909"
    ),
    (.md5, "", "d41d8cd98f00b204e9800998ecf8427e"), (.md5, "a", "0cc175b9c0f1b6a831c399e269772661"),
    (.md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
    (.md5, "message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    (.md5, "abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    (
      .md5, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
      "d174ab98d277d9f5a5611c2c9f419d9f"
    ),
    (
      .md5, String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ]

  @Test func `the published digests are computed`() {
    for (function, message, digest) in Self.published {
      let computed = function.digest(of: Array(message.utf8))
      expect(computed.hex, is: digest, "\(function.rawValue) of \(message)")
      expect(computed.count, is: function.length)
    }
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `every length around the block boundaries agrees with Python's hashlib`() throws {
    let seed: UInt64 = 1321
    var generator = SeededGenerator(seed: seed)
    let messages = (Array(0...130) + [183, 191, 192, 239, 240, 247, 255, 256, 1000]).map {
      generator.bytes($0)
    }
    let names: [HashFunction: String] = [
      .sha256: "sha256", .sha1: "sha1", .sha384: "sha384", .sha512: "sha512", .md5: "md5",
    ]
    for function in HashFunction.allCases {
      let expected = try IndependentProgram.python(
        """
        import sys, hashlib
        for line in sys.stdin:
            print(hashlib.new('\(names[function] ?? "")', bytes.fromhex(line.strip())).hexdigest())
        """, lines: messages.map(\.hex))
      try #require(expected.count == messages.count)
      for (message, digest) in zip(messages, expected) {
        expect(
          function.digest(of: message).hex, is: digest,
          "\(function.rawValue) of \(message.count) bytes, seed \(seed)")
      }
    }
  }
}
