import Flows
import Recordings
import TestSupport
import Testing
import Vocabulary

@testable import Runs
@testable import workbench

/// Every scenario of every flow, from the command line.
struct FlowScenarioTests {
  @Test func `there are exactly the scenarios that the documentation names`() {
    expect(
      Scenario.of(.pkce).map(\.name),
      is: [
        "granted", "partial-scopes", "denied", "state-tampered", "code-expired", "code-reused",
        "wrong-verifier", "wrong-secret", "redirect-mismatch", "rate-limited", "gone", "not-json",
      ])
    let names = FlowCase.flows.map { Scenario.of($0).map(\.name) }
    expect(
      names[0],
      is: [
        "granted", "denied", "state-tampered", "code-expired", "code-reused", "wrong-secret",
        "redirect-mismatch",
      ])
    expect(names[1], is: ["granted", "partial-scopes", "denied", "state-tampered"])
    expect(names[2], is: ["granted", "wrong-secret", "not-authorized"])
  }

  @Test(arguments: FlowCase.every, OutputFormat.allCases.map(\.rawValue))
  func `a walk ends with the documented exit code in every format`(
    flowCase: FlowCase, format: String
  ) async throws {
    let answer = try await Bench().run(["walk", "--format", format] + flowCase.words)
    expect(answer.exitCode, is: flowCase.exitCode)
    expect(answer.errors.isEmpty, is: (flowCase.exitCode == 0))
  }

  @Test(arguments: FlowCase.every)
  func `a walk shows every step up to the one that stops, and steps one by one report the same`(
    flowCase: FlowCase
  ) async throws {
    let walk = try await Bench().run(["walk", "--format", "json"] + flowCase.words)
    let walked = try JSONContractTests.check(walk, flow: flowCase.flow.rawValue)
    expect(walked.steps.map(\.number), is: flowCase.steps)
    expect(walked.scenario, is: flowCase.scenario)
    expect(walked.steps.compactMap { $0.sends?.channel }, is: flowCase.channels)
    for step in walked.steps {
      expect((step.sends != nil), is: [2, 4].contains(step.number))
      expect((step.received != nil), is: [3, 5].contains(step.number))
    }
    expect((walked.failure == nil), is: (flowCase.exitCode == 0))
    if let failure = walked.failure { expect(failure.step, is: flowCase.steps.last) }
    let bench = try Bench()
    var steps: [WalkDocument.Entry] = []
    for number in flowCase.steps {
      // Named once: the session has to remember flow and scenario.
      let words = number == flowCase.steps[0] ? flowCase.words : []
      let answer = await bench.run(["step", "\(number)", "--format", "json"] + words)
      let document = try JSONContractTests.check(answer, flow: flowCase.flow.rawValue)
      steps += document.steps
      expect(document.scenario, is: flowCase.scenario)
      let isLast = number == flowCase.steps.last
      expect(answer.exitCode, is: (isLast ? walk.exitCode : 0))
      guard isLast else { continue }
      expect(document.failure, is: walked.failure)
      expect(document.outcome, is: walked.outcome)
    }
    expect(steps, is: walked.steps)
  }

  @Test(arguments: FlowCase.every)
  func `steps one by one read the same as a walk, and nothing in it is left unexplained`(
    flowCase: FlowCase
  ) async throws {
    // The text says more than the JSON: from which step an input comes.
    let walk = try await Bench().run(["walk", "--explain"] + flowCase.words)
    let bench = try Bench()
    var text = ""
    for number in flowCase.steps {
      let answer = await bench.run(["step", "\(number)"] + flowCase.words)
      let ending = answer.output.firstRange(of: #/\nStep \d failed/#)
      text += answer.output[..<(ending?.lowerBound ?? answer.output.endIndex)]
    }
    expect(walk.output.contains(text))
    let words = walk.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    expect(!words.contains(Glossary.unknown))
  }

  @Test(arguments: FlowCase.flows)
  func `every application type of a flow may walk it, and no other`(flow: Flow) async throws {
    for type in ApplicationType.allCases {
      let answer = try await Bench().run(
        "walk", "--flow", flow.rawValue, "--app-type", type.rawValue)
      let mayUse = flow.about.applicationTypes.contains(type)
      expect(answer.exitCode, is: (mayUse ? 0 : 64), "\(type)")
      expect(answer.errors.contains(flow.about.restriction.text), is: !mayUse)
    }
  }

  @Test(arguments: FlowCase.flows)
  func `what comes next leads through the flow to its end`(flow: Flow) async throws {
    let bench = try Bench()
    for number in flow.about.steps.map(\.rawValue) {
      let words = number == flow.about.steps.map(\.rawValue)[0] ? ["--flow", flow.rawValue] : []
      let answer = await bench.run(["step", "\(number)"] + words)
      expect(answer.exitCode, is: 0)
      let next = flow.about.steps.map(\.rawValue).first { $0 > number }
      let expected = next.map { "step \($0)" } ?? "walk --flow \(flow.rawValue)"
      expect(answer.errors.contains(expected))
    }
    // The session calls the flow as the option does.
    expect(await bench.run("session").output.contains(": \(flow.rawValue), dry-run"))
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
