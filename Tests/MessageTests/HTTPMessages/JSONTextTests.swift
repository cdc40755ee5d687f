import Foundation
import HTTPMessages
import TestSupport
import Testing

struct JSONTextTests {
  private func parsed(_ json: JSONText) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(json.text.utf8), options: .fragmentsAllowed)
  }

  @Test func `every character below 256 comes back through Foundation`() throws {
    for code in UInt32(0)...255 {
      let text = "a" + String(Unicode.Scalar(code).map(String.init) ?? "") + "b"
      let value = try #require(try parsed(.array([.string(text)])) as? [String])
      expect(value[0].utf8.elementsEqual(text.utf8), "\(code)")
    }
  }

  @Test func `random texts come back, and nothing dangerous stands in the document`() throws {
    let seed: UInt64 = 8259
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let text = generator.text(upTo: 30)
      let json = JSONText.object([.init("value", .string(text)), .init("x" + text, .null)])
      let value = try #require(try parsed(json) as? [String: Any])
      let found = try #require(value["value"] as? String)
      expect(found.utf8.elementsEqual(text.utf8), "seed \(seed)")
      let isHarmless = json.text.unicodeScalars.allSatisfy {
        $0 == "\n" || !Harmless.isDangerous($0)
      }
      expect(isHarmless, "seed \(seed)")
    }
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `Python reads the same texts`() throws {
    let texts = [
      "\u{0}\u{1B}\u{7F}\u{9B}", "\u{202E}abc\u{2066}", "\"\\/\u{8}\u{C}", "😀\u{10FFFF}", "",
    ]
    let lines = try IndependentProgram.python(
      """
      import sys, json
      for text in json.load(sys.stdin): print(text.encode().hex())
      """, lines: [JSONText.array(texts.map(JSONText.string)).text])
    expect(lines, is: texts.map { Array($0.utf8).hex })
  }

  @Test func `every kind of value is written as RFC 8259 has it`() throws {
    expect(JSONText.null.text, is: "null")
    expect(JSONText.boolean(true).text, is: "true")
    expect(JSONText.boolean(false).text, is: "false")
    expect(JSONText.number(.min).text, is: "-9223372036854775808")
    expect(JSONText.array([]).text, is: "[]")
    expect(JSONText.object([]).text, is: "{}")
    expect(JSONText.string(orNull: nil).text, is: "null")
    expect(JSONText.string(orNull: "").text, is: "\"\"")
    // Members keep their order and are indented by two blanks.
    let json = JSONText.object([
      .init("z", .number(1)), .init("a", .array([.null, .object([.init("b", .boolean(true))])])),
    ])
    let expected = """
      {
        "z": 1,
        "a": [
          null,
          {
            "b": true
          }
        ]
      }
      """
    expect(json.text, is: expected)
  }
}
