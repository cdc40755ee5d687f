import Flows
import TestSupport
import Testing
import Vocabulary

@testable import workbench

/// The flows without PKCE against the practice server, in this process.
struct FlowPracticeTests {
  private func document(
    _ bench: Bench, _ flow: Flow, _ words: [String]
  ) async throws -> WalkDocument {
    let answer = await bench.run(words + ["--format", "json"])
    return try JSONContractTests.check(answer, flow: flow.rawValue, mode: "practice")
  }

  private func walk(_ bench: Bench, _ flow: Flow, _ words: String...) async throws -> WalkDocument {
    try await document(
      bench, flow, ["walk", "--mode", "practice", "--flow", flow.rawValue] + words)
  }

  @Test(arguments: FlowCase.flows)
  func `a walk gets a token of every application that may`(flow: Flow) async throws {
    for type in flow.about.applicationTypes {
      let bench = try Bench.practising()
      let document = try await walk(bench, flow, "--app-type", type.rawValue)
      expect(document.outcome, is: "completed")
      expect(document.server == "the practice server" && document.scenario == nil)
      expect(document.steps.map(\.number), is: flow.about.steps.map(\.rawValue))
      let last = document.steps.last?.outputs ?? []
      expect(last.first { $0.name == "access_token" }?.origin, is: "practice")
      // RFC 6749 §4.2.2 and §4.4.3: neither brings a refresh token.
      expect(last.contains { $0.name == "refresh_token" }, is: (flow == .code))
      expect(last.contains { $0.name == "user_id" }, is: (flow != .clientCredentials))
      for value in document.steps.flatMap(\.outputs) {
        expect(value.reference != nil && value.meaning != Glossary.unknown, "\(value.name)")
      }
    }
  }

  @Test(arguments: FlowCase.flows)
  func `steps one by one go the same way as a walk`(flow: Flow) async throws {
    let bench = try Bench.practising()
    for number in flow.about.steps.map(\.rawValue) {
      let isFirst = number == flow.about.steps.map(\.rawValue)[0]
      let words = isFirst ? ["--flow", flow.rawValue, "--mode", "practice"] : []
      let document = try await document(bench, flow, ["step", "\(number)"] + words)
      expect(document.outcome, is: "completed")
      expect(document.steps.map(\.number), is: [number])
    }
    let hasToken = try bench.sessionValues()["access_token"] != nil
    expect(hasToken)
  }

  @Test(arguments: FlowCase.flows)
  func `nothing in a walk is left unexplained or called recorded`(flow: Flow) async throws {
    let bench = try Bench.practising()
    let answer = await bench.practice("--flow", flow.rawValue)
    expect(answer.exitCode, is: 0)
    let text = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    expect(!text.contains(Glossary.unknown))
    expect(!text.lowercased().contains("record"))
  }

  @Test(arguments: ImplicitLifetime.allCases)
  func `the lifetime that is asked for is the one that comes`(
    lifetime: ImplicitLifetime
  ) async throws {
    let seconds = String(lifetime.seconds)
    func granted(_ document: WalkDocument) -> String? {
      document.step(3)?.outputs.first { $0.name == "expires_in" }?.value
    }
    let bench = try Bench.practising()
    expect(granted(try await walk(bench, .implicit, "--expires-in", seconds)), is: seconds)
    // Said in step 2 only: step 3 reads the answer to that very request.
    let words = ["--flow", "implicit", "--mode", "practice", "--expires-in", seconds]
    _ = try await document(bench, .implicit, ["step", "2"] + words)
    expect(granted(try await document(bench, .implicit, ["step", "3"])), is: seconds)
    // It belongs to that authorization, not to the next.
    _ = try await document(
      bench, .implicit, ["step", "2", "--flow", "implicit", "--mode", "practice"])
    expect(granted(try await document(bench, .implicit, ["step", "3"])), is: "86400")
  }

  @Test(arguments: [Flow.code, .implicit])
  func `a user who says no ends the flow in step 3`(flow: Flow) async throws {
    let document = try await walk(Bench.practising(), flow, "--deny")
    expect(document.failure?.step, is: 3)
    expect(document.failure?.reason, is: "access_denied")
  }

  @Test func `a user may allow less of what an implicit request asks for`() async throws {
    let bench = try Bench.practising()
    let document = try await walk(bench, .implicit, "--allow", "sleep")
    let outputs = document.step(3)?.outputs ?? []
    expect(outputs.first { $0.name == "scope" }?.value, is: "sleep")
    let missing = outputs.first { $0.name == "scope_not_granted" }?.value
    expect(missing, is: "activity profile")
    expect(try bench.sessionValues()["granted_scope"], is: "sleep")
  }
}
