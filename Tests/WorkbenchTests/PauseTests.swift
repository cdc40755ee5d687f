import TestSupport
import Testing

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

  @Test func `a walk at a terminal waits between the steps`() async throws {
    let console = terminal(["", "", "", ""])
    let answer = try await Bench().run("walk", console: console)
    expect(answer.exitCode, is: 0)
    expect(console.lines, is: [])
    for number in 2...5 { expect(answer.errors.contains("Return for step \(number)")) }
    expect(!answer.errors.contains("Return for step 1"))
  }

  @Test(arguments: [["", "q", "", ""], ["", "Q", "", ""], ["", "quit", "", ""], [""]])
  func `q or the end of the input stops the walk, and the session keeps what was done`(
    lines: [String]
  ) async throws {
    let bench = try Bench()
    let walk = await bench.run("walk", console: terminal(lines))
    expect(walk.exitCode, is: 130)
    expect(walk.errors.contains("workbench step 3"))
    expect(walk.output.contains("Step 2 of 5"))
    expect(!walk.output.contains("Step 3 of 5"))
    expect(await bench.run("step", "3").exitCode, is: 0)
  }

  @Test func `an option decides whether a walk waits, at a terminal or not`() async throws {
    let console = terminal(["untouched"])
    let answer = try await Bench().run("walk", "--no-pause", console: console)
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    expect(console.lines, is: ["untouched"])
    let other = TestConsole()
    other.lines = ["", "", "", ""]
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
}
