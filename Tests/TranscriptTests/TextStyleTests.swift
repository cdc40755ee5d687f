import HTTPMessages
import TestSupport
import Testing
import Transcript

struct TextStyleTests {
  private func words(_ generator: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      let letters = ["a", "é", "日", "👍", "-", "x"]
      let count = Int.random(in: 1...14, using: &generator)
      return (0..<count).compactMap { _ in letters.randomElement(using: &generator) }.joined()
    }
  }

  @Test func `no word is broken, no line is too long, and nothing is lost`() {
    let seed: UInt64 = 80
    var generator = SeededGenerator(seed: seed)
    for width in [24, 40, 80, 120] {
      for indentation in [0, 2, 4] {
        let words = words(&generator)
        let lines = TextStyle(width: width, usesColor: false)
          .wrap(words.joined(separator: " "), indentation: indentation)
        let found = lines.flatMap { $0.split(separator: " ").map(String.init) }
        expect(found, is: words, "seed \(seed)")
        for line in lines {
          expect(TerminalColumns.count(line) <= width, "seed \(seed)")
          expect(line.hasPrefix(String(repeating: " ", count: indentation)))
          expect(!line.hasSuffix(" "))
        }
      }
    }
  }

  @Test func `a line is not ended before it must be, and a word that is too long stays whole`() {
    let style = TextStyle(width: 24, usesColor: false)
    expect(
      style.wrap("aaaaaaaaaaa bbbbbbbbbbbb c", indentation: 0),
      is: ["aaaaaaaaaaa bbbbbbbbbbbb", "c"])
    expect(style.wrap("", indentation: 4).isEmpty)
    expect(style.wrap("  a   b  ", indentation: 0), is: ["a b"])
    let long = String(repeating: "x", count: 100)
    let lines = TextStyle(width: 40, usesColor: false).wrap("before \(long) after", indentation: 2)
    expect(lines, is: ["  before", "  " + long, "  after"])
  }

  @Test func `colour changes nothing but the colour, and without it no style leaves a trace`() {
    let text = "A paragraph that is long enough to be broken into more than one line of text."
    let plain = TextStyle(width: 30, usesColor: false)
    let colored = TextStyle(width: 30, usesColor: true)
    let lines = colored.wrap(text, indentation: 2, paint: colored.alarm)
    // ECMA-48: Select Graphic Rendition is ESC [ … m
    let stripped = lines.map { $0.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") }
    expect(stripped, is: plain.wrap(text, indentation: 2, paint: plain.alarm))
    expect(lines.allSatisfy { $0.hasSuffix("\u{1B}[0m") })
    let style = TextStyle(width: 80, usesColor: false)
    for paint in [
      style.heading, style.emphasis, style.name, style.value, style.quiet, style.alarm, style.good,
    ] {
      expect(paint("text"), is: "text")
    }
    expect(TextStyle(width: 80, usesColor: true).alarm("").isEmpty)
    expect(TextStyle(width: 0, usesColor: false).width, is: 24)
  }
}

struct PrintedTextTests {
  @Test(arguments: [
    ("a\nb\tc", "a\nb\tc"), ("\u{1B}[1mbold\u{1B}[0m", "\u{1B}[1mbold\u{1B}[0m"),
    ("\u{1B}[2J", "⟨U+001B⟩[2J"), ("\u{1B}[1", "⟨U+001B⟩[1"), ("x\u{1B}", "x⟨U+001B⟩"),
    ("\u{1B}\u{1B}[1m", "⟨U+001B⟩\u{1B}[1m"), ("\u{1B}[0\nm", "⟨U+001B⟩[0\nm"),
    ("\u{1B}]0;x\u{7}\u{1B}[1;31mno\u{1B}[0m", "⟨U+001B⟩]0;x⟨U+0007⟩\u{1B}[1;31mno\u{1B}[0m"),
    ("\u{9B}31m\r\u{202E}", "⟨U+009B⟩31m⟨U+000D⟩⟨U+202E⟩"),
  ])
  func `only the program's own colors survive where text is printed`(
    text: String, printed: String
  ) {
    expect(Harmless.printed(text), is: printed)
  }

  @Test func `a style makes text harmless before it colors it`() {
    let style = TextStyle(width: 80, usesColor: true)
    let text = "\u{1B}[1m\u{202E}"
    expect(
      style.wrap(text, indentation: 0, paint: style.name),
      is: ["\u{1B}[36m⟨U+001B⟩[1m⟨U+202E⟩\u{1B}[0m"])
    for paint in [
      style.heading, style.emphasis, style.name, style.value, style.quiet, style.alarm, style.good,
    ] {
      expect(Harmless.printed(paint("x")), is: paint("x"))
      expect(paint(text).hasSuffix("m⟨U+001B⟩[1m⟨U+202E⟩\u{1B}[0m"))
    }
  }
}
