import Foundation
import Recordings
import TestSupport
import Testing
import Vocabulary

@testable import workbench

struct JSONContractTests {
  static let document = ["flow", "mode", "scenario", "server", "steps", "outcome", "failure"]
  static let objects = [
    document,
    ["number", "name", "title", "sends", "received", "inputs", "outputs", "deviations"],
    ["text", "reference"],
    ["channel", "method", "url", "fields", "body"],
    ["status", "fields", "body", "origin"],
    ["name", "value", "meaning", "reference", "origin", "secret"],
    ["name", "value"],
    ["step", "reason", "message", "next", "findings"],
    ["severity", "causes", "text", "why", "action", "reference", "lesson"],
  ]

  /// Checks names, order and types, and gives the document.
  static func check(
    _ answer: Answer, flow: String = "pkce", mode: String = "dry-run"
  ) throws -> WalkDocument {
    _ = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    let order = MemberOrder(answer.output).objects
    expect(order.last, is: document)
    for names in order { expect(objects.contains(names)) }
    let document = try WalkDocument(answer.output)
    expect(document.flow, is: flow)
    expect(document.mode, is: mode)
    expect(document.outcome, is: (document.failure == nil ? "completed" : "failed"))
    let origins = Set(Origin.allCases.map(\.rawValue))
    expect(origins, is: ["computed", "given", "recorded", "practice", "live"])
    for step in document.steps {
      for value in step.inputs + step.outputs {
        expect(origins.contains(value.origin))
        expect(!value.meaning.isEmpty)
      }
      if let received = step.received { expect(origins.contains(received.origin)) }
    }
    return document
  }

  @Test(arguments: Scenario.of(.pkce).map(\.name))
  func `a walk and its single steps keep the contract in every scenario`(scenario: String)
    async throws
  {
    let document = try Self.check(
      await Bench().run("walk", "--scenario", scenario, "--format", "json"))
    expect(document.server, is: "Fitbit")
    for step in document.steps {
      expect((step.sends != nil), is: [2, 4].contains(step.number))
      expect((step.received != nil), is: [3, 5].contains(step.number))
    }
    let channels = document.steps.compactMap { $0.sends?.channel }
    expect(channels, is: (document.step(4) == nil ? ["front"] : ["front", "back"]))
    expect(document.step(2)?.sends?.body, is: "")
    expect(document.step(3)?.received?.status, is: 302)
    expect(document.step(3)?.received?.fields.map(\.name), is: ["Location"])
    let bench = try Bench()
    for number in 1...5 {
      let answer = await bench.run(
        "step", "\(number)", "--scenario", scenario, "--format", "json")
      let document = try Self.check(answer)
      expect(document.steps.map(\.number), is: [number])
      guard answer.exitCode == 0 else { break }
    }
  }

  @Test func `a pasted redirect has no status and is given`() async throws {
    let bench = try Bench()
    for number in ["1", "2"] { _ = await bench.run("step", number) }
    let url = "https://app.example.com/callback?code=mine&state=\(Guide.state)"
    let answer = await bench.run(
      "step", "3", "--redirect", url, "--format", "json", "--show-secrets")
    let received = try #require(try Self.check(answer).step(3)?.received)
    expect(received.status, is: nil)
    expect(received.origin, is: "given")
    expect(received.fields, is: [WalkDocument.Field(name: "Location", value: url)])
    expect(answer.output.contains("\"status\": null"))
  }

  @Test func `an unknown member has no reference`() async throws {
    let bench = try Bench()
    try bench.write(#"{"access_token":"t","token_type":"Bearer","zebra":1}"#, to: "answer.json")
    let answer = await bench.run(
      "step", "5", "--response", bench.path("answer.json"), "--format", "json")
    let outputs = try #require(try Self.check(answer).step(5)?.outputs)
    let zebra = try #require(outputs.first { $0.name == "zebra" })
    expect(zebra.reference, is: nil)
    expect(zebra.value, is: "1")
  }

  @Test func `a recording that declines is told in the document`() async throws {
    let answer = try await Bench().run("walk", "--state", "mine", "--format", "json")
    let failure = try #require(try Self.check(answer).failure)
    expect(failure.reason, is: "recording_differs")
    expect(answer.exitCode, is: 1)
  }

  @Test func `the help documents every member in the order of the document`() async throws {
    let help = try await Bench().run("help", "json").output
    for names in Self.objects where names != ["name", "value"] {
      var rest = help[...]
      for name in names {
        let range = try #require(rest.firstRange(of: "\"\(name)\":"))
        rest = rest[range.upperBound...]
      }
    }
  }
}
