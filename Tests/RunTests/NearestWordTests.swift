import TestSupport
import Testing

@testable import Runs

struct NearestWordTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("walk", "walk", 0), ("wlak", "walk", 1),
    ("wak", "walk", 1), ("wallk", "walk", 1), ("talk", "walk", 1), ("kitten", "sitting", 3),
    ("flaw", "lawn", 2), ("ca", "abc", 3), ("ab", "ba", 1), ("abcd", "badc", 2),
    ("scenarois", "scenarios", 1), ("intention", "execution", 5),
  ])
  func `the distance counts the edits`(left: String, right: String, expected: Int) {
    let (one, other) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    expect(NearestWord.distance(one, other), is: expected)
    expect(NearestWord.distance(other, one), is: expected)
  }

  private static let known = [
    "walk", "step", "lesson", "compare", "attack", "practice", "profile", "refresh", "challenge",
    "scenarios", "servers", "session", "glossary", "completions", "help",
  ]

  static let slips: [(typed: String, meant: String?)] = [
    ("wlak", "walk"), ("WALK", "walk"), ("stp", "step"), ("sesion", "session"),
    ("chalenge", "challenge"), ("glosary", "glossary"), ("completion", "completions"), ("", nil),
    ("w", nil), ("wa", nil), ("frobnicate", nil), ("xxxx", nil),
    (String(repeating: "walk", count: 1000), nil),
  ]

  @Test(arguments: slips)
  func `a slip leads to the word that was meant, and one that is too far off nowhere`(
    typed: String, meant: String?
  ) {
    expect(NearestWord.to(typed, among: Self.known), is: meant)
  }

  @Test func `nothing known leads nowhere`() {
    expect(NearestWord.to("walk", among: []), is: nil)
  }
}
