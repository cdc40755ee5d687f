import RecordedChannels
import TestSupport
import Testing
import Vocabulary

@testable import workbench

struct ScenarioTests {
  /// The documented exit codes; every scenario that is not here ends with 1.
  private static let exitCodes: [String: Int32] = ["granted": 0, "partial-scopes": 0, "gone": 69]

  /// The step that stops in a scenario; every scenario that is not here stops in none or in step 5.
  private static let stops = ["denied": 3, "state-tampered": 3]

  @Test func `there are exactly the scenarios that the documentation names`() {
    expect(
      Scenario.of(.pkce).map(\.name),
      is: [
        "granted", "partial-scopes", "denied", "state-tampered", "code-expired", "code-reused",
        "wrong-verifier", "wrong-secret", "redirect-mismatch", "rate-limited", "gone", "not-json",
      ])
  }

  @Test(arguments: Scenario.of(.pkce).map(\.name), OutputFormat.allCases.map(\.rawValue))
  func `a walk ends with the documented exit code in every format`(
    scenario: String, format: String
  ) async throws {
    let answer = try await Bench().run("walk", "--scenario", scenario, "--format", format)
    let expected = Self.exitCodes[scenario] ?? 1
    expect(answer.exitCode, is: expected)
    expect(answer.errors.isEmpty, is: (expected == 0))
  }

  @Test(arguments: Scenario.of(.pkce).map(\.name))
  func `a walk shows every step up to the one that stops`(scenario: String) async throws {
    let answer = try await Bench().run("walk", "--scenario", scenario, "--format", "json")
    let document = try WalkDocument(answer.output)
    let last = Self.stops[scenario] ?? 5
    expect(document.steps.map(\.number), is: Array(1...last))
    expect(document.scenario, is: scenario)
    expect((document.failure == nil), is: (answer.exitCode == 0))
    if let failure = document.failure { expect(failure.step, is: last) }
  }

  @Test(arguments: Scenario.of(.pkce).map(\.name))
  func `five steps one by one report the same as a walk`(scenario: String) async throws {
    let walk = try await Bench().run("walk", "--scenario", scenario, "--format", "json")
    let walked = try WalkDocument(walk.output)
    let bench = try Bench()
    var steps: [WalkDocument.Entry] = []
    for number in 1...5 {
      // Named once: the session has to remember it.
      let words = number == 1 ? ["--scenario", scenario] : []
      let answer = await bench.run(["step", "\(number)", "--format", "json"] + words)
      let document = try WalkDocument(answer.output)
      steps += document.steps
      expect(document.scenario, is: scenario)
      if document.failure != nil || number == 5 {
        expect(document.failure, is: walked.failure)
        expect(document.outcome, is: walked.outcome)
        expect(answer.exitCode, is: walk.exitCode)
        break
      }
      expect(answer.exitCode, is: 0)
    }
    expect(steps, is: walked.steps)
  }

  @Test(arguments: Scenario.of(.pkce).map(\.name))
  func `five steps one by one read the same as a walk`(scenario: String) async throws {
    // The text says more than the JSON: from which step an input comes.
    let walk = try await Bench().run("walk", "--scenario", scenario)
    let bench = try Bench()
    var text = ""
    for number in 1...5 {
      let answer = await bench.run("step", "\(number)", "--scenario", scenario)
      let ending = answer.output.firstRange(of: "\nStopped in step ")
      text += answer.output[..<(ending?.lowerBound ?? answer.output.endIndex)]
      guard answer.exitCode == 0 else { break }
    }
    expect(walk.output.contains(text))
  }

  @Test(arguments: ["client", "personal"])
  func `an application without a secret sends no Authorization header`(type: String) async throws {
    let bench = try Bench()
    let answer = await bench.run("walk", "--app-type", type, "--format", "json")
    expect(answer.exitCode, is: 0)
    let request = try #require(try WalkDocument(answer.output).step(4)?.sends)
    expect(!request.fields.contains { $0.name == "Authorization" })
    expect(request.body.contains("client_id=ABC123"))
    expect(await !bench.run("walk", "--app-type", type).output.contains("Authorization: Basic"))
  }
}
