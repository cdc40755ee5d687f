import Foundation
import TestSupport
import Testing

@testable import HTTPMessages

/// What counts as JSON, and what is made of it.
struct JSONValueTests {
  private func read(_ text: String) -> JSONValue? { try? JSONValue(parsing: Array(text.utf8)) }

  /// Texts and what `JSONDecoder` makes of their only element, written down as one JSON text each.
  static let numbers = [
    ("1.0", "1"), ("1e3", "1000"), ("-0", "0"), ("1E+2", "100"), ("1e-1", "0.1"), ("2.50", "2.5"),
    ("9007199254740993", "9007199254740993"), ("12345678901234567890", "1.2345678901234567e+19"),
  ]

  @Test(arguments: numbers)
  func `a number has its shortest text, and an integer stays one`(text: String, expected: String) {
    expect(read("[\(text)]"), is: .array([.number(expected)]))
  }

  /// RFC 8259 §2, §3, §6 and §7.
  @Test(arguments: [
    "", "  ", "nul", "01", "+1", ".5", "1.", "0x10", "nan", "inf", "-", "1e", "1e999", "[1,]",
    #"{"a":1,}"#, "[1 2]", #"{"a":1 "b":2}"#, "{a:1}", "[]x", "// c\n1", "\"a\tb\"", #""\x""#,
    #""a"#,
    #""\ud800""#, #""\udc00x""#, #""\u+123""#, "\u{0C}1",
  ])
  func `what is not JSON is refused`(text: String) {
    expect(read(text), is: nil)
  }

  @Test func `strings lose their escapes, and of two members with one name the first counts`() {
    expect(read(#""\u00e9\ud83d\ude00\/\n""#), is: .string("é😀/\n"))
    expect(read(#"{"a":1,"a":2}"#), is: .object(["a": .number("1")]))
    expect(read("\u{FEFF}{}"), is: .object([:]))
    expect(read(" [ true , false , null ] "), is: .array([.boolean(true), .boolean(false), .null]))
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
  ])
  func `bytes that are no UTF-8 are refused`(bytes: [UInt8]) {
    #expect(throws: JSONOutline.Fault.notUTF8) { try JSONValue(parsing: bytes) }
  }

  /// The reader that looks for secrets sees into what the strict one refuses.
  @Test func `an outline is read though a number or half a pair is odd`() {
    for text in [#"{"a":"\ud800","token":"x"}"#, #"{"a":0x10,"token":"x"}"#] {
      expect((try? JSONOutline(Array(text.utf8))) != nil && read(text) == nil)
    }
  }
}
