import HTTPMessages
import TestSupport
import Testing

struct HarmlessTests {
  /// What acts on the text around it: C0, DEL, C1, marks of direction, separators and the like.
  static let dangerous: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x7F, 0x80...0x9F, 0x200B...0x200F, 0x2028...0x2029, 0x202A...0x202E,
    0x2066...0x2069, 0xFEFF...0xFEFF,
  ]

  @Test func `a single line holds nothing that acts on a terminal`() throws {
    for code in Self.dangerous.joined() {
      let scalar = try #require(Unicode.Scalar(code))
      let digits = String(code, radix: 16, uppercase: true)
      let name = String(repeating: "0", count: 4 - digits.count) + digits
      expect(Harmless.isDangerous(scalar), "U+\(name)")
      expect(Harmless.line("a\(Character(scalar))b"), is: "a⟨U+\(name)⟩b")
    }
    // An escape sequence becomes readable.
    expect(Harmless.line("\u{1B}[2J\u{1B}]0;x\u{7}"), is: "⟨U+001B⟩[2J⟨U+001B⟩]0;x⟨U+0007⟩")
    expect(Harmless.line("\u{E0001}\u{10FFFF}"), is: "⟨U+E0001⟩⟨U+10FFFF⟩")
  }

  @Test func `several lines keep line feeds and tabs, and nothing else`() throws {
    expect(Harmless.lines("a\n\tb"), is: "a\n\tb")
    expect(Harmless.lines("a\r\nb"), is: "a⟨U+000D⟩\nb")
    expect(Harmless.line("a\r\nb"), is: "a⟨U+000D⟩⟨U+000A⟩b")
    for code in Self.dangerous.joined() where code != 0x0A && code != 0x09 {
      let scalar = try #require(Unicode.Scalar(code))
      expect(!Harmless.lines("a\(Character(scalar))b").unicodeScalars.contains(scalar))
    }
  }

  @Test(arguments: [
    "", "plain text", "Grüße, señor", "日本語", "العربية", "😀👍🏽❤️", "e\u{301}", "§ « » … — ⟨⟩",
    " ~!@#$%",
    "\u{A0}non-breaking", "𝄞",
  ])
  func `ordinary text stays as it is, byte for byte`(text: String) {
    expect(Harmless.line(text).utf8.elementsEqual(text.utf8))
    expect(Harmless.lines(text).utf8.elementsEqual(text.utf8))
  }

  @Test func `what is harmless already stays the same`() {
    let seed: UInt64 = 0x5EED_0010
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let once = Harmless.line(generator.text(upTo: 30))
      expect(Harmless.line(once), is: once, "seed \(seed)")
      expect(!once.unicodeScalars.contains(where: Harmless.isDangerous), "seed \(seed)")
    }
  }
}
