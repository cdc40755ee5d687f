import TestSupport
import Testing
import Vocabulary

struct Base64Tests {
  /// RFC 4648 §10.
  static let published = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]

  @Test func `the test vectors of RFC 4648 come out, also of a slice`() {
    for (text, encoded) in Self.published {
      expect(Base64.standard.encode(Array(text.utf8)), is: encoded)
      let unpadded = encoded.filter { $0 != "=" }
      expect(Base64.urlSafe.encode(Array(text.utf8)), is: unpadded)
      expect(Base64.standard.decode(encoded), is: Array(text.utf8))
      expect(Base64.urlSafe.decode(unpadded), is: Array(text.utf8))
    }
    let bytes = Array("xxfoobar".utf8)
    expect(Base64.standard.encode(Array(bytes[2...])), is: "Zm9vYmFy")
  }

  /// RFC 4648 §3.1 to §3.3: line feeds, other characters, and padding that is missing or too long.
  @Test(arguments: [
    "Zg", "Zg=", "Zg===", "Zm9v\n", "Zm9v Zm9v", "Zm-_", "Z===", "Zg==Zg==", "Zm9vé",
  ])
  func `what is not standard Base64 is not decoded`(text: String) {
    expect(Base64.standard.decode(text), is: nil)
  }

  @Test func `every value has the letter of the tables in RFC 4648`() {
    // The six-bit values 0 to 63 in a row, packed into 48 bytes.
    let values = Array(0..<64)
    let bytes = stride(from: 0, to: 64, by: 4).flatMap { start -> [UInt8] in
      let bits = values[start..<start + 4].reduce(0) { $0 << 6 | $1 }
      return [16, 8, 0].map { UInt8(bits >> $0 & 0xFF) }
    }
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    expect(Base64.standard.encode(bytes), is: letters + "+/")
    expect(Base64.urlSafe.encode(bytes), is: letters + "-_")
    // The two alphabets differ in their last two characters only.
    // RFC 4648 §4 and §5: 0xFB 0xEF 0xBE is four times the value 62, 0xFF 0xFF 0xFF four times 63.
    let last: [UInt8] = [0xFB, 0xEF, 0xBE, 0xFF, 0xFF, 0xFF]
    expect(Base64.standard.encode(last), is: "++++////")
    expect(Base64.urlSafe.encode(last), is: "----____")
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `random bytes are encoded as Python does it`() throws {
    let seed: UInt64 = 4648
    var generator = SeededGenerator(seed: seed)
    let inputs = (0..<400).map { generator.bytes($0 % 100) }
    let expected = try IndependentProgram.python(
      """
      import sys, base64
      for line in sys.stdin:
        data = bytes.fromhex(line.strip())
        print(base64.b64encode(data).decode())
        print(base64.urlsafe_b64encode(data).decode().rstrip("="))
      """, lines: inputs.map(\.hex))
    try #require(expected.count == 2 * inputs.count)
    for (index, input) in inputs.enumerated() {
      expect(Base64.standard.encode(input), is: expected[2 * index], "seed \(seed)")
      expect(Base64.urlSafe.encode(input), is: expected[2 * index + 1], "seed \(seed)")
    }
  }
}
