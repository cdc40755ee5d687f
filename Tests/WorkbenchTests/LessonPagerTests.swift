import Terminal
import TestSupport
import Testing

@testable import workbench

struct LessonPagerTests {
  private func run(
    _ words: [String] = [], rows: Int? = 10, terminal: Bool = true, hasPager: Bool = true,
    command: [String] = ["lesson", "3", "--color", "never"],
    _ environment: [String: String] = ["PAGER": "more"]
  ) async throws -> (Answer, Pager?) {
    let console = TestConsole()
    console.outputIsTerminal = terminal
    console.columns = 80
    console.rows = rows
    console.hasPager = hasPager
    let answer = try await Bench().run(
      command + words, environment: environment, console: console)
    return (answer, console.pager)
  }

  @Test
  func `a text that is longer than the terminal goes through the pager, if that can be started`()
    async throws
  {
    let (answer, pager) = try await run()
    expect(pager?.words, is: ["sh", "-c", "more"])
    expect(answer, is: (try await run(terminal: false)).0)
    let (whole, none) = try await run(hasPager: false)
    expect(none == nil && whole.exitCode == 0)
    expect(whole, is: (try await run(terminal: false)).0)
  }

  @Test func `what fits, what goes elsewhere and what is not wanted is shown at once`() async throws
  {
    let (whole, _) = try await run(terminal: false)
    let height = whole.output.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    expect(try await run(rows: height + 100).1, is: nil)
    for (rows, terminal, words) in [(nil, true, []), (10, false, []), (10, true, ["--no-pager"])] {
      let (answer, pager) = try await run(words, rows: rows, terminal: terminal)
      expect(pager == nil && answer == whole)
    }
  }

  @Test(arguments: [
    "glossary", "compare --explain", "compare pkce implicit", "help walk", "walk --help",
    "help json",
    "step 1",
  ])
  func `whatever is long goes through the pager`(line: String) async throws {
    let words = line.split(separator: " ").map(String.init)
    expect(try await run(command: words).1 != nil)
    expect(try await run(terminal: false, command: words).1 == nil)
    guard !line.contains("help") else { return }
    expect(try await run(["--no-pager"], command: words).1 == nil)
  }

  @Test(arguments: [["walk"], ["compare"], ["walk", "--explain", "--no-pause"], ["man"]])
  func `the story, the overview, and what is to be read on fit or flow`(words: [String])
    async throws
  {
    expect(try await run(rows: 24, command: words).1 == nil)
  }
}
