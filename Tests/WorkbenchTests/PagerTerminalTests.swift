import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// The built program gives a lesson to a pager at a real terminal, which `script` makes.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .enabled(if: Program.bash != nil, "there is no bash"),
  .enabled(if: Program.script != nil, "there is no script"), .timeLimit(.minutes(2)))
struct PagerTerminalTests {
  private static let lesson = #""$w" lesson 3 --color never"#

  /// Runs lines of bash at a terminal of 12 rows, and types there meanwhile.
  ///
  /// - Parameters:
  ///   - lines: What runs at the terminal.
  ///   - feed: Bash that writes the keys; `seen TEXT` waits until a text stands on the screen.
  ///   - environment: What else stands in the environment.
  /// - Returns: What stood on the screen.
  /// - Throws: What keeps the terminal from being made.
  private func terminal(
    _ lines: String, typing feed: String = ":", _ environment: [String: String]
  ) async throws -> String {
    let (bash, workbench) = (try #require(Program.bash), try #require(Program.workbench))
    let bench = try Bench()
    try bench.write(
      """
      trap : INT; stty rows 12 cols 60; stty -a > before
      \(lines); echo "code $?"
      stty -a > after; cmp before after && echo unchanged
      """, to: "lines")
    let line = """
      export w=$1
      seen() { for i in {1..400}; do grep -q "$1" screen 2>/dev/null && break; sleep 0.05; done; }
      feed() {
        \(feed)
        for i in {1..400}; do [ -e ended ] && break; sleep 0.05; done
      }
      feed | { \(Program.script("bash ./lines")); code=$?; touch ended; exit $code; }
      """
    let answer = try await bash.run(
      ["-c", line, "bash", workbench.path], on: bench,
      environment: ["TERM": "xterm", "SHELL": bash.path].merging(environment) { $1 })
    return answer.output.replacing("\r\n", with: "\n")
  }

  private func expectSanity(_ screen: String) {
    for text in ["code 0", "unchanged"] { expect(screen.contains(text), "\(screen)") }
  }

  @Test(.enabled(if: Program.less != nil, "there is no less"), arguments: ["q", #"\003"#, " "])
  func `less shows a page, and leaves the terminal as it was`(keys: String) async throws {
    let screen = try await terminal(
      Self.lesson, typing: "seen '━━ 3'; sleep 0.3; printf '\(keys)'; sleep 0.5; printf q", [:])
    expectSanity(screen)
    expect(screen.contains("━━ 3"))
  }

  @Test func `the user's own pager gets the text`() async throws {
    let screen = try await terminal(Self.lesson, ["PAGER": "sed -n 's/^━━/PAGED/p'"])
    expectSanity(screen)
    expect(screen.contains("PAGED 3."))
  }

  @Test(arguments: ["true", "exit 3", "head -n 1", "kill $$"])
  func `a pager that reads nothing, or not all, is no failure`(pager: String) async throws {
    expectSanity(try await terminal(Self.lesson, ["PAGER": pager]))
  }

  @Test func `Ctrl-C is for the pager, and ends no more than that`() async throws {
    let screen = try await terminal(
      Self.lesson, typing: #"seen 'waits'; printf '\003'"#, ["PAGER": "echo waits; exec sleep 60"]
    )
    expectSanity(screen)
  }

  @Test func `without the pager the whole text stands on the screen`() async throws {
    let path = try #require(Program.workbench).path
    let plain = try await Bench(program: path).run(
      ["lesson", "3"], environment: ["COLUMNS": "60"]
    ).output
    for (line, environment) in [
      (Self.lesson, ["PAGER": "/nowhere/pager"]), (Self.lesson, ["PAGER": "cat"]),
      (Self.lesson, ["PATH": "/nowhere:/usr/bin:/bin", "PAGER": ""]),
      (Self.lesson + " --no-pager", ["PAGER": "sed s/^/PAGED/"]),
    ] {
      let screen = try await terminal(line, environment)
      expectSanity(screen)
      expect(screen.contains(plain), "\(screen)")
    }
  }

  @Test func `a pipe has no pages`() async throws {
    let screen = try await terminal(Self.lesson + " | head -n 1", ["PAGER": "sed s/^/PAGED/"])
    expectSanity(screen)
    expect(!screen.contains("PAGED"))
  }
}
