import TestSupport
import Testing
import Transcript

struct TerminalColumnsTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("§ → … é ─", 9), ("e\u{301}", 1), ("日本", 4), ("ｆ", 2), ("한", 2), ("👍", 2),
    ("👍🏽", 2), ("👩‍💻", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("a\u{200B}b", 2), ("ﾊ", 1),
  ])
  func `a text is as wide as Unicode Standard Annex 11 has it`(text: String, columns: Int) {
    expect(TerminalColumns.count(text), is: columns)
  }
}
