import TestSupport
import Testing
import Transcript
import Vocabulary

@testable import Runs
@testable import workbench

struct PauseTests {
  private func terminal(_ lines: [String]) -> TestConsole {
    let console = TestConsole()
    console.isInteractive = true
    console.outputIsTerminal = true
    console.lines = lines
    return console
  }

  @Test func `a walk at a terminal waits after each step`() async throws {
    let console = terminal(["", "", "", "", "", ""])
    let answer = try await Bench().run("walk", console: console)
    expect(answer.exitCode, is: 0)
    expect(console.lines, is: [])
    expect(answer.errors.ranges(of: "Return start · q quit").count, is: 1)
    expect(answer.errors.ranges(of: Self.keys).count, is: 5)
    expect(answer.output.contains("What went where"))
  }

  private static let keys = "Return next · e explain every part · c one line · b back · q quit"

  @Test(arguments: [["", "", "q", ""], ["", "", "Q", ""], ["", "", " quit"], ["", ""]])
  func `q or the end of the input stops the walk, and the session keeps what was done`(
    lines: [String]
  ) async throws {
    let bench = try Bench()
    let walk = await bench.run("walk", console: terminal(lines))
    expect(walk.exitCode, is: 0)
    expect(walk.errors.contains("Stopped after step 2."))
    expect(walk.errors.contains("workbench step 3"))
    expect(walk.output.contains("Step 2 of 5"))
    expect(!walk.output.contains("Step 3 of 5"))
    expect(await bench.run("step", "3").exitCode, is: 0)
  }

  @Test func `a key explains a step, shows its request on a line, or goes back`() async throws {
    let answer = try await Bench().run(
      "walk", console: terminal(["", "c", "b", "", "c", "e", "b", "", "x", "", "", "c", "q"]))
    expect(answer.exitCode, is: 0)
    expect(answer.errors.contains("This is the first step."))
    expect(answer.errors.contains("Unknown key 'x'."))
    let lines = answer.output.split(separator: "\n").map(String.init)
    expect(lines.contains("Step 1 sends no request."))
    // RFC 6749 §4.1.1: the URL is the request, and can be pasted as it is.
    let url = try #require(lines.first { $0.hasPrefix("https://www.fitbit.com/oauth2/authorize?") })
    expect(url.contains("code_challenge_method=S256"))
    expect(lines.contains { $0.hasPrefix("curl --include --request POST ") })
    // The steps in the order of the keys: 1, 2, all of 2, back to 1, 2 again, 3, 4.
    expect(
      answer.output.matches(of: /Step (\d) of 5 ·/).map { String($0.output.1) },
      is: ["1", "2", "2", "1", "2", "3", "4"])
    expect(answer.output.ranges(of: "Part by part").count, is: 1)
  }

  @Test func `an option decides whether a walk waits, at a terminal or not`() async throws {
    let console = terminal(["untouched"])
    let answer = try await Bench().run("walk", "--no-pause", console: console)
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    expect(console.lines, is: ["untouched"])
    let other = TestConsole()
    other.lines = ["", "", "", "", "", ""]
    let paused = try await Bench().run("walk", "--pause", console: other)
    expect(paused.exitCode, is: 0)
    expect(other.lines, is: [])
  }

  @Test(arguments: OutputFormat.allCases.filter { $0 != .text }.map(\.rawValue))
  func `a format for programs never waits`(format: String) async throws {
    let console = terminal(["untouched"])
    expect(try await Bench().run("walk", "--format", format, console: console).exitCode, is: 0)
    expect(console.lines, is: ["untouched"])
  }

  @Test func `q before the first step does nothing`() async throws {
    let bench = try Bench()
    let answer = await bench.run("walk", console: terminal(["q"]))
    expect(answer.exitCode, is: 0)
    expect(answer.errors.contains("Stopped before the first step."))
    expect(!answer.output.contains("Step 1"))
  }

  @Test func `a failed step is read before its reason, which q cannot leave out`() async throws {
    let console = terminal(["", "", "", "q"])
    let answer = try await Bench().run("walk", "--scenario", "denied", console: console)
    expect(answer.exitCode, is: 1)
    expect(console.lines, is: [])
    expect(answer.output.contains("Step 3 failed: "))
  }

  /// Every flow and scenario, at the practice server too, on a terminal of 80 columns and 24 rows.
  @Test(
    arguments: FlowCase.every.map { $0.words }
      + Flow.allCases.map { ["--mode", "practice", "--flow", $0.rawValue] }
      + [["--mode", "practice", "--app-type", "server"]])
  func `each step fits on the screen, above the keys`(words: [String]) async throws {
    let console = terminal(Array(repeating: "", count: 7))
    (console.columns, console.rows) = (80, 24)
    let answer = try await Bench.practising().run(
      ["walk", "--color", "never"] + words, console: console)
    let steps = answer.output.split(separator: /\n\n(?=Step \d[^\n]*·)/).dropFirst()
    expect(!steps.isEmpty)
    for step in steps {
      let text = step.split(separator: /\n\n(?=What went where|Step \d failed)/)[0]
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + max(1, (TerminalColumns.count($1) + 79) / 80)
      }
      expect(rows <= 23, "\(rows) rows:\n\(text)")
    }
  }
}
