import TestSupport
import Testing
import Transcript

struct ShellQuotingTests {
  /// What a shell makes of the quoted texts, one argument each.
  private func arguments(_ texts: [String]) throws -> [String] {
    let words = texts.map(ShellQuoting.quote).joined(separator: " ")
    let output = try IndependentProgram.shell(
      "for word in " + words + "; do printf '%s\\0' \"$word\"; done")
    return output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  static let odd = [
    "", "'", "''", "'\\''", "\\", "\\'", "\"", "$HOME", "$(id)", "`id`", "a b", "*", "?", "~", "!",
    "#",
    "-n", "--", "a;b|c&d<e>f", "{a,b}", "[a]", "%s", "\\n", "Grüße 😀", "=", "(", ")", "'$(id)'",
  ]

  @Test func `a shell gives back every text`() throws {
    let seed: UInt64 = 0x5EED_0011
    var generator = SeededGenerator(seed: seed)
    let texts =
      Self.odd
      + (0..<300).map { _ in
        String(
          decoding: (0..<12).map { _ in UInt8.random(in: 0x20...0x7E, using: &generator) },
          as: UTF8.self)
      }
    expect(try arguments(texts), is: texts, "seed \(seed)")
  }

  @Test
  func `what a terminal would act on is made visible, and a combining mark ends no quotation`()
    throws
  {
    expect(try arguments(["a\u{1B}b\nc", "\u{202E}"]), is: ["a⟨U+001B⟩b⟨U+000A⟩c", "⟨U+202E⟩"])
    // To Swift both are one character; to a shell the first byte of it ends the quotation.
    let text = "'\u{301}; printf injected; '\u{301}"
    expect(try arguments([text]).map { Array($0.utf8) }, is: [Array(text.utf8)])
  }
}
