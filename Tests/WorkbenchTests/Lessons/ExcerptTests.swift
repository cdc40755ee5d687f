import TestSupport
import Testing

struct ExcerptTests {
  private let output = "one\n  two 17\nthree\nfour\nfive\nsix"

  @Test(arguments: [
    ["one", "  two 17"], ["three", "four"], ["one", "…", "five"], ["  two …", "three"],
    ["one", "  …", "six"], ["t…e"], ["…"],
  ])
  func `what is printed stays as it is`(lines: [String]) throws {
    expect(try Excerpt(lines: lines).renewed(from: output), is: lines)
  }

  @Test(arguments: [
    (["one", "  two 16"], ["one", "  two 17"]), (["five", "7", "8"], ["five", "six"]),
    (["one", "…", "four", "4"], ["one", "…", "four", "five"]),
  ])
  func `what has changed behind a known line is written anew`(lines: [String], now: [String]) throws
  {
    expect(try Excerpt(lines: lines).renewed(from: output), is: now)
  }

  @Test(arguments: [["zero"], ["three", "…", "one"], ["two"], ["six", "…", "six"]])
  func `what is nowhere, or not there, is told`(lines: [String]) {
    #expect(throws: Excerpt.Missing.self) { try Excerpt(lines: lines).renewed(from: output) }
  }
}
