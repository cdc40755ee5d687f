import HTTPMessages
import TestSupport
import Testing

struct FormEncodingTests {
  @Test func `every character below 128 comes back, and the names and values stay apart`() throws {
    for code in UInt8(0)...127 {
      let text = "x" + String(Character(Unicode.Scalar(code))) + "y"
      let form = Form([Form.Pair(text, text), Form.Pair("other", text)])
      expect(try Form(decoding: form.encoded), is: form, "character \(code)")
    }
  }

  @Test func `every byte that can stand in UTF-8 comes back`() throws {
    // U+0080 to U+07FF have two bytes, and between them every lead and continuation byte of that
    // length; the others follow with three and four.
    let scalars = (UInt32(0x80)...0x7FF).compactMap(Unicode.Scalar.init)
    let text = String(String.UnicodeScalarView(scalars)) + "\u{800}\u{FFFF}\u{10000}\u{10FFFF}"
    expect(try Form.decode(Form.encode(text)), is: text)
    let seed: UInt64 = 3986
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = generator.text(upTo: 20)
      let decoded = try Form.decode(Form.encode(text))
      expect(decoded.utf8.elementsEqual(text.utf8), "seed \(seed)")
    }
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `texts are encoded as Python's quote does it`() throws {
    let seed: UInt64 = 1738
    var generator = SeededGenerator(seed: seed)
    let ascii = (UInt8(0)...127).map { String(Character(Unicode.Scalar($0))) }
    let texts = ascii + (0..<500).map { _ in generator.text(upTo: 20) }
    // Python never encodes the tilde (RFC 3986 §2.3); the form's set lacks it.
    let expected = try IndependentProgram.python(
      """
      import sys, urllib.parse
      for line in sys.stdin:
        print(urllib.parse.quote(bytes.fromhex(line.strip()), safe="*-._").replace("~", "%7E"))
      """, lines: texts.map { Array($0.utf8).hex })
    try #require(expected.count == texts.count)
    for (text, encoded) in zip(texts, expected) {
      expect(Form.encode(text), is: encoded, "seed \(seed)")
    }
  }

  @Test func `pairs are joined in order, and a blank is one to a form and a URI reader`() {
    let form = Form([Form.Pair("b", "1 2"), Form.Pair("a", ""), Form.Pair("b", "&=+")])
    expect(form.encoded, is: "b=1%202&a=&b=%26%3D%2B")
    expect(Form([]).encoded, is: "")
    expect(Form.encode("a b"), is: "a%20b")
    expect(!Form.encode("a b").contains("+"))
  }
}
