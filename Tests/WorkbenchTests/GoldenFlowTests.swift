import Flows
import TestSupport
import Testing
import Vocabulary

@testable import workbench

struct GoldenFlowTests {
  @Test(arguments: FlowCase.flows.map(\.rawValue), ["", "curl", "http", "json", "mermaid"])
  func `the whole walk of a flow in every format is as recorded`(
    flow: String, format: String
  ) async throws {
    let words = format.isEmpty ? [] : ["--format", format]
    let answer = try await Bench().run(["walk", "--flow", flow] + words)
    expect(answer.errors, is: "")
    expect(answer.exitCode, is: 0)
    try Golden.expect(answer.output, isIn: "walk-\(flow)" + (format.isEmpty ? "" : "-\(format)"))
  }

  @Test(arguments: FlowCase.flows)
  func `the walk of every scenario of a flow is as recorded`(flow: Flow) async throws {
    var text = ""
    for flowCase in FlowCase.all where flowCase.flow == flow {
      let bench = try Bench()
      let answer = await bench.run(["walk"] + flowCase.words)
      let line = "workbench walk \(flowCase.testDescription)"
      text += answer.transcript(of: line, on: bench) + "\n"
    }
    try Golden.expect(text, isIn: "walk-\(flow.rawValue)-scenarios")
  }

  @Test(arguments: FlowCase.flows)
  func `the steps of a flow and its session are as recorded`(flow: Flow) async throws {
    let bench = try Bench()
    var text = ""
    for number in flow.about.steps.map(\.rawValue) {
      let first = number == flow.about.steps.map(\.rawValue)[0]
      let line = "step \(number)" + (first ? " --flow \(flow.rawValue)" : "")
      var answer = await bench.run(line.split(separator: " ").map(String.init))
      // What a step says stands in the walk already.
      answer.output = ""
      text += answer.transcript(of: "workbench \(line)", on: bench) + "\n"
    }
    text += await bench.run("session").transcript(of: "workbench session", on: bench)
    try Golden.expect(text, isIn: "steps-\(flow.rawValue)")
  }

  @Test func `what the flows reject is as recorded`() async throws {
    var text = ""
    for (line, _) in FlowRefusalTests.lines {
      let bench = try Bench()
      let answer = await bench.run(line.split(separator: " ").map(String.init))
      text += answer.transcript(of: "workbench \(line)", on: bench) + "\n"
    }
    try Golden.expect(text, isIn: "errors-flows")
  }
}
