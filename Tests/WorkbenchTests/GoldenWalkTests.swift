import Recordings
import TestSupport
import Testing
import Vocabulary

@testable import Runs
@testable import workbench

struct GoldenWalkTests {
  @Test func `the whole walk is as recorded, also on a narrow terminal`() async throws {
    let answer = try await Bench().run("walk")
    expect(answer.errors, is: "")
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM"))
    try Golden.expect(answer.output, isIn: "walk")
    let console = TestConsole()
    console.columns = 40
    let narrow = try await Bench().run("walk", console: console)
    expect(narrow.exitCode, is: 0)
    try Golden.expect(narrow.output, isIn: "walk-40-columns")
  }

  @Test func `the walk of every scenario is as recorded`() async throws {
    var text = ""
    for scenario in Scenario.of(.pkce) {
      let bench = try Bench()
      let answer = await bench.run("walk", "--scenario", scenario.name)
      text += answer.transcript(of: "workbench walk --scenario \(scenario.name)", on: bench) + "\n"
    }
    try Golden.expect(text, isIn: "walk-scenarios")
  }

  @Test(arguments: OutputFormat.allCases.filter { $0 != .text }.map(\.rawValue))
  func `the walk in every format is as recorded`(format: String) async throws {
    let answer = try await Bench().run("walk", "--format", format)
    expect(answer.errors, is: "")
    expect(answer.exitCode, is: 0)
    try Golden.expect(answer.output, isIn: "walk-\(format)")
  }

  @Test func `five steps and what they leave in the session are as recorded`() async throws {
    let bench = try Bench()
    for number in 1...5 {
      let answer = await bench.run("step", "\(number)")
      expect(answer.exitCode, is: 0)
      try Golden.expect(
        answer.transcript(of: "workbench step \(number)", on: bench), isIn: "step-\(number)")
    }
    let answer = await bench.run("session")
    try Golden.expect(answer.transcript(of: "workbench session", on: bench), isIn: "session")
  }
}
