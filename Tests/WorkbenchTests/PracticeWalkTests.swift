import TestSupport
import Testing
import Vocabulary

@testable import workbench

struct PracticeWalkTests {
  @Test(arguments: ApplicationType.allCases)
  func `a walk in practice mode gets tokens`(type: ApplicationType) async throws {
    let bench = try Bench.practising()
    let document = try await bench.document(
      "walk", "--mode", "practice", "--app-type", type.rawValue)
    expect(document.scenario, is: nil)
    expect(document.server, is: "the practice server")
    expect(document.outcome, is: "completed")
    expect(document.steps.map(\.number), is: [1, 2, 3, 4, 5])
    expect(document.steps.compactMap { $0.received?.origin }, is: ["practice", "practice"])
    expect(document.steps.compactMap { $0.sends?.channel }, is: ["front", "back"])
    for request in document.steps.compactMap(\.sends) {
      expect(request.url.hasPrefix("http://127.0.0.1:8088/oauth2/"))
    }
    let names = document.step(4)?.sends?.fields.map(\.name)
    expect(names?.contains("Authorization"), is: type.isConfidential)
    let tokens = document.step(5)?.outputs ?? []
    for name in ["access_token", "refresh_token", "scope", "user_id"] {
      expect(tokens.first { $0.name == name }?.origin, is: "practice")
    }
    expect(try bench.sessionValues()["granted_scope"], is: "activity profile sleep")
  }

  @Test(arguments: [
    ("server", "text"), ("client", "text"), ("personal", "text"), ("server", "curl"),
    ("client", "http"), ("personal", "json"), ("client", "mermaid"),
  ])
  func `nothing on the screen of a walk is called recorded`(
    type: String, format: String
  ) async throws {
    let answer = try await Bench.practising().practice("--app-type", type, "--format", format)
    expect(answer.exitCode, is: 0)
    if format == "text" {
      expect(answer.errors, is: "")
      expect(answer.output.contains("\nNext\n  workbench profile "))
    } else {
      expect(answer.errors, is: "\nNext: workbench profile\n")
    }
    expect(!answer.output.lowercased().contains("record"))
    expect(!answer.output.contains("dry-run"))
    let address = format == "mermaid" ? "/oauth2/token" : "127.0.0.1:8088"
    expect(answer.output.contains(address))
    // The practice server begins a sentence with a capital.
    let text = answer.output.replacing("\n", with: " ")
    expect(text.firstMatch(of: /[a-z]\. +the practice server/) == nil)
  }

  @Test func `the value that a walk does without is null in the document`() async throws {
    let answer = try await Bench.practising().practice("--format", "json")
    expect(answer.output.contains("\"scenario\": null"))
    expect(answer.output.contains("\"mode\": \"practice\""))
    expect(answer.output.contains("\"failure\": null"))
  }

  @Test func `every walk has fresh values, but for those of one's own`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    let first = try bench.sessionValues()
    expect(await bench.practice().exitCode, is: 0)
    let second = try bench.sessionValues()
    for name in [
      "code_verifier", "code_challenge", "state", "code", "access_token", "refresh_token",
    ] {
      expect(first[name] != nil)
      expect(first[name] != second[name], "\(name) is the same in both")
    }
    let verifier = Guide.verifier
    let answer = await bench.practice("--state", "mine", "--verifier", verifier)
    expect(answer.exitCode, is: 0)
    expect(try bench.sessionValues()["state"], is: "mine")
    expect(try bench.sessionValues()["code_verifier"], is: verifier)
  }

  @Test(arguments: ["none", "consent", "login", "login consent"])
  func `every prompt leads to tokens`(prompt: String) async throws {
    let document = try await Bench.practising().document(
      "walk", "--mode", "practice", "--prompt", prompt)
    expect(document.outcome, is: "completed")
    expect(document.step(2)?.sends?.url.contains("prompt="), is: true)
  }
}
