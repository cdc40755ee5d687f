import Foundation
import TestSupport
import Testing

@testable import workbench

/// The course shows what the programs print and what the snippets say, or it does not pass.
///
/// To write it anew: `RECORD_LESSONS=1 swift test --filter LessonTests`, and read what changed.
struct LessonTests {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_LESSONS"] == "1"

  private static let pages = Page.course + [Page("README.md")].compactMap { $0 }

  @Test(arguments: pages)
  func `a page shows what the program prints and what the snippets say`(page: Page) async throws {
    let renewal = try await PageRenewal(of: page)
    for problem in renewal.problems { Issue.record("\(problem)") }
    // Every lesson has something to run.
    if Page.lessons.contains(where: { $0.path == page.path }) {
      expect(renewal.commandCount > 0 || page.name == "15-your-own-client")
    }
    guard renewal.lines != page.lines else { return }
    if Self.isRecording {
      let text = renewal.lines.joined(separator: "\n")
      try Data(text.utf8).write(to: Repository.root.appending(path: page.path))
      Issue.record("\(page.path) was written anew, read what changed")
    } else {
      let index = zip(renewal.lines, page.lines).prefix { $0 == $1 }.count
      Issue.record(
        """
        \(page.path):\(index + 1) is out of date
          shown: \(index < page.lines.count ? page.lines[index] : "the page has ended")
          now:   \(index < renewal.lines.count ? renewal.lines[index] : "the page has ended")
        To write it anew: RECORD_LESSONS=1 swift test --filter LessonTests
        """)
    }
  }

  @Test func `the glossary is the one that the program writes`() async throws {
    let answer = try await Bench().run("glossary", "--format", "markdown")
    expect(answer.exitCode, is: 0)
    guard answer.output != Repository.text(of: "Lessons/glossary.md") else { return }
    if Self.isRecording {
      try Data(answer.output.utf8).write(to: Repository.root.appending(path: "Lessons/glossary.md"))
    }
    Issue.record("Lessons/glossary.md is not what glossary --format markdown writes")
  }

  /// The rows of lesson 12 that end in a command: what one sees, and what provokes it.
  private static let provocations = Page.lessons.filter { $0.number == 12 }.flatMap { page in
    page.lines.compactMap { line -> [String]? in
      guard
        let row = line.firstMatch(
          of: #/^\| `(?<symptom>[^`]+)`.* \| `(?<command>swift run workbench [^`]+)` \|$/#)
      else { return nil }
      return [String(row.output.symptom), String(row.output.command)]
    }
  }

  @Test(arguments: provocations)
  func `a command brings the message that stands beside it`(row: [String]) async throws {
    let arguments = try #require(ShellLine(text: row[1]).workbenchArguments)
    let answer = try await Bench().run(arguments)
    let printed = (answer.output + answer.errors)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    expect(printed.contains(row[0]), "\(row[1]) does not print: \(row[0])")
    expect(answer.exitCode != 0)
  }

  @Test func `there is something to compare`() {
    expect(Page.lessons.count, is: 16)
    expect(Self.provocations.count > 15)
  }
}
