import HTTPMessages
import TestSupport
import Testing

struct FormDecodingTests {
  @Test func `the example of RFC 6749 Appendix B comes out, its digits in either case`() throws {
    expect(try Form.decode("+%25%26%2B%C2%A3%E2%82%AC"), is: " %&+£€")
    expect(try Form.decode("+%25%26%2b%c2%a3%e2%82%ac"), is: " %&+£€")
    // RFC 3986 §2.1: the upper-case digits are equivalent to the lower-case ones.
    for code in UInt8(0)...127 {
      let text = String(Character(Unicode.Scalar(code)))
      expect(try Form.decode("%" + [code].hex), is: text)
      expect(try Form.decode("%" + [code].hex.uppercased()), is: text)
    }
    expect(try Form.decode("%f0%9f%98%80%F0%9F%98%80%eF%bF%Bd"), is: "😀😀\u{FFFD}")
    // A replacement character that was really sent is no fault.
    expect(try Form.decode("%EF%BF%BD"), is: "\u{FFFD}")
  }

  @Test(arguments: [
    ("", []), ("&", []), ("a=1&b=2", [("a", "1"), ("b", "2")]),
    ("a=1&&b=2&", [("a", "1"), ("b", "2")]), ("a", [("a", "")]), ("a=", [("a", "")]),
    ("=b", [("", "b")]), ("=", [("", "")]), ("a=b=c", [("a", "b=c")]),
    ("a%3Db=c%26d", [("a=b", "c&d")]), ("a;b=c", [("a;b", "c")]), ("a+b=c+d", [("a b", "c d")]),
  ])
  func `a text is cut at ampersands and first equals signs`(
    text: String, pairs: [(String, String)]
  ) throws {
    // WHATWG URL §5.1 describes the parser.
    expect(try Form(decoding: text).pairs, is: pairs.map { Form.Pair($0.0, $0.1) })
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `well-formed texts are decoded as Python's parse_qsl does it`() throws {
    let seed: UInt64 = 6749
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "b", "&", "&", "=", "=", "+", "%20", "%2B", "%26", "%c3%A4", "-", "%00", ".",
    ]
    let texts = (0..<500).map { _ in
      (0..<Int.random(in: 1...16, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    }
    let expected = try IndependentProgram.python(
      """
      import sys, urllib.parse
      for line in sys.stdin:
        pairs = urllib.parse.parse_qsl(line[:-1], keep_blank_values=True, errors="strict")
        print("&".join(n.encode().hex() + "=" + v.encode().hex() for n, v in pairs))
      """, lines: texts)
    try #require(expected.count == texts.count)
    for (text, expected) in zip(texts, expected) {
      let pairs = try Form(decoding: text).pairs.map {
        Array($0.name.utf8).hex + "=" + Array($0.value.utf8).hex
      }
      expect(pairs.joined(separator: "&"), is: expected, "\(text), seed \(seed)")
    }
  }

  static let percentSigns = [
    "%", "%2", "%%", "%zz", "a%", "a%4", "%4g", "%g4", "%u0041", "% 41", "%+1", "%é1",
  ]

  static let notUTF8 = [
    // As RFC 3629 has it: a lone continuation, a cut sequence, overlong forms, a surrogate, too large.
    "%80", "%C3", "%C3%28", "%E2%82", "%C0%AF", "%E0%80%AF", "%ED%A0%80", "%F4%90%80%80", "%FF",
    "a%FFb", "%F0%9F%98",
  ]

  @Test(
    arguments: percentSigns.map { ($0, Form.Fault.percentSign($0)) }
      + notUTF8.map { ($0, .notUTF8($0)) })
  func `a percent sign without two digits behind it, or bytes that are no UTF-8, are refused`(
    text: String, fault: Form.Fault
  ) {
    #expect(throws: fault) { try Form.decode(text) }
    #expect(throws: fault) { try Form(decoding: "x=1&name=" + text) }
    #expect(throws: fault) { try Form(decoding: text + "=value") }
  }

  @Test func `delimiters are found whatever stands behind them`() throws {
    // The parser of WHATWG URL §5.1 works on bytes: a combining mark changes no delimiter.
    let form = try Form(decoding: "a=\u{301}1&\u{301}b=2")
    expect(form.pairs.count, is: 2)
    expect(form.value(of: "a"), is: "\u{301}1")
  }

  @Test func `a name that occurs more than once is told once`() throws {
    let form = try Form(decoding: "a=1&b=2&a=3&c=4&b=2&a=5&%61=6")
    expect(form.repeatedNames, is: ["a", "b"])
    expect(form.value(of: "a"), is: "1")
    expect(form.value(of: "d"), is: nil)
    expect(try Form(decoding: "a=1&A=2").repeatedNames.isEmpty)
  }
}
