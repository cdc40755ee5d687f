import TestSupport
import Testing

/// Every lesson is built the same way, so that one finds what one looks for.
struct LessonShapeTests {
  static let sections = [
    "The question", "Run it", "What you see", "The code", "What can go wrong", "Check yourself",
    "In the specification", "Next",
  ]

  @Test(arguments: Page.lessons)
  func `a lesson has its eight sections in order, with questions and citations`(page: Page) throws {
    expect(page.headings(ofLevel: 2), is: Self.sections)
    let number = try #require(page.number)
    expect(page.headings(ofLevel: 1).count, is: 1)
    expect(page.headings(ofLevel: 1).first?.hasPrefix("\(number). "), is: true)
    // A lesson asks questions whose answers are folded away.
    let section = self.section("Check yourself", of: page)
    let questions = section.matches(of: #/<details><summary>[^<]+\?</summary>\n\n/#).count
    expect(questions >= 2)
    expect(section.matches(of: #/<\/details>/#).count, is: questions)
    // A lesson cites the specification.
    expect(!CitationScanner.citations(in: self.section("In the specification", of: page)).isEmpty)
  }

  @Test(arguments: Page.course)
  func `no page is longer than 200 lines`(page: Page) {
    // The glossary is as long as it is: the program writes it.
    expect(page.lines.count <= 200 || page.name == "glossary")
    expect(page.lines.last, is: "")
  }

  @Test func `the README says first what this is, and is short`() throws {
    let page = try #require(Page("README.md"))
    expect(page.lines.count <= 151, "\(page.lines.count)")
    expect(page.lines[2].hasPrefix("OAuth Workbench teaches OAuth 2.0"))
    let output = try #require(page.blocks.first { $0.language == "text" })
    expect(output.lines.count > 10 && output.lines.count <= 25)
    expect(page.blocks.contains { $0.language == "mermaid" && $0.lines.count > 5 })
  }

  @Test func `the lessons are numbered from 0 without a gap`() {
    expect(Page.lessons.map(\.number), is: Array(0...15))
  }

  @Test(arguments: Page.lessons.dropLast())
  func `a lesson leads to the next one`(page: Page) throws {
    let next = try #require(Page.lessons.first { $0.number == (page.number ?? 0) + 1 })
    expect(section("Next", of: page).contains("](\(next.name).md)"))
  }

  @Test(arguments: Page.lessons)
  func `a lesson shows code and something that fails`(page: Page) {
    let blocks = page.blocks
    expect(blocks.contains { $0.language == "swift" })
    let from = start(of: "What can go wrong", in: page)
    let end = start(of: "Check yourself", in: page)
    let shell = blocks.filter { $0.language == "sh" && (from..<end).contains($0.start) }
    let commands = shell.flatMap(\.lines)
    let fails = shell.contains { page.exitCode(of: $0) != 0 }
    // curl ends well, also where the server refuses.
    expect(fails || commands.contains { $0.hasPrefix("curl ") }, "\(page.path)")
  }

  private func start(of heading: String, in page: Page) -> Int {
    page.lines.firstIndex(of: "## \(heading)") ?? page.lines.count
  }

  private func section(_ heading: String, of page: Page) -> String {
    let lines = page.lines.dropFirst(start(of: heading, in: page) + 1)
    return lines.prefix { !$0.hasPrefix("## ") }.joined(separator: "\n")
  }
}
