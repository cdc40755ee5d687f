import TestSupport
import Testing

@testable import workbench

struct PracticeRefusalTests {
  @Test(arguments: ["walk", "step 1", "step 3"])
  func `a scenario does not belong to practice mode`(command: String) async throws {
    let words = command.split(separator: " ").map(String.init)
    let bench = try Bench.practising()
    let answer = await bench.run(words + ["--mode", "practice", "--scenario", "denied"])
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
    expect(answer.errors.contains("--scenario"))
    expect(try !bench.hasSession)
  }

  @Test func `a session in practice mode takes no scenario either`() async throws {
    let bench = try Bench.practising()
    expect(await bench.run("step", "1", "--mode", "practice").exitCode, is: 0)
    expect(await bench.run("step", "2", "--scenario", "denied").exitCode, is: 64)
  }

  @Test(arguments: ["Practice", "Live", "practise", ""])
  func `an unknown mode is refused`(mode: String) async throws {
    let answer = try await Bench().run("walk", "--mode", mode)
    expect(answer.exitCode, is: 64)
    expect(
      answer.errors.hasPrefix(
        mode == ""
          ? "workbench: The value of --mode is empty." : "workbench: Unknown mode '\(mode)'."))
  }

  // Nobody can give what was not asked for.
  @Test(arguments: [["--deny"], ["--allow", "heartrate"]])
  func `a user who says no, or allows nothing of the request, ends the walk in step 3`(
    words: [String]
  ) async throws {
    let bench = try Bench.practising()
    let answer = await bench.run(["walk", "--mode", "practice"] + words + ["--format", "json"])
    expect(answer.exitCode, is: 1)
    // A refusal that the option caused says so.
    let hint = "--allow names heartrate, which the client does not request. It requests: activity"
    expect(answer.errors.contains(hint), is: words.contains("--allow"))
    let document = try JSONContractTests.check(answer, mode: "practice")
    expect(document.failure?.reason, is: "access_denied")
    expect(document.failure?.step, is: 3)
    expect(try bench.sessionValues()["code"], is: nil)
    expect(try bench.sessionValues()["access_token"], is: nil)
    // Whoever follows the advice stays in practice mode.
    expect(document.failure?.next.contains("--mode practice"), is: true)
    expect(document.failure?.next.contains("--scenario"), is: false)
  }

  @Test(arguments: [
    ("activity", "activity"), ("sleep activity", "activity sleep"),
    // Nobody can give what was not asked for.
    ("activity heartrate", "activity"),
  ])
  func `a user may allow less`(allowed: String, granted: String) async throws {
    let bench = try Bench.practising()
    let answer = await bench.practice("--allow", allowed)
    expect(answer.exitCode, is: 0)
    let values = try bench.sessionValues()
    let names = values["granted_scope"]?.split(separator: " ").map(String.init).sorted()
    expect(names, is: granted.split(separator: " ").map(String.init))
    // It is said which ones are missing.
    expect(answer.output.contains("profile"))
    expect(values["scope"], is: "activity profile sleep")
  }

  @Test(arguments: [
    (["--redirect-uri", "http://127.0.0.1:8089/callback/"], "redirect_uri"),
    (["--redirect-uri", "http://127.0.0.1:8089/Callback"], "redirect_uri"),
    (["--redirect-uri", "https://127.0.0.1:8089/callback"], "redirect_uri"),
    (["--scope", "nonsense"], "scope"), (["--scope", "activity nonsense"], "scope"),
    (["--client-id", "NOBODY"], "client_id"),
    (["--app-type", "client", "--client-id", "cli001"], "client_id"),
  ])
  func `a request that the server rejects ends on a page`(
    words: [String], culprit: String
  ) async throws {
    let bench = try Bench.practising()
    let answer = await bench.run(["walk", "--mode", "practice"] + words + ["--format", "json"])
    expect(answer.exitCode, is: 1)
    let document = try JSONContractTests.check(answer, mode: "practice")
    expect(document.steps.map(\.number), is: [1, 2])
    expect(document.failure?.step, is: 2)
    expect(document.failure?.reason, is: "error_page")
    expect(document.failure?.next.contains("--mode practice"), is: true)
    let text = await bench.run(["walk", "--mode", "practice"] + words)
    expect(text.exitCode, is: 1)
    expect(text.output.contains("error page"))
    let end = try #require(text.output.firstRange(of: "Step 2 failed"))
    expect(text.output[end.lowerBound...].contains(culprit))
  }

  @Test(arguments: [["--allow", "activity"], ["--deny"], ["--browser"]])
  func `a decision needs a server that answers`(words: [String]) async throws {
    let answer = try await Bench().run(["walk"] + words)
    expect(answer.exitCode, is: 64)
    let example = words.count == 1 ? words[0] : "--allow NAMES"
    expect(answer.errors.hasSuffix("walk --mode practice \(example)\n"))
  }

  @Test func `nobody can allow and deny at once`() async throws {
    let answer = try await Bench.practising().practice("--allow", "activity", "--deny")
    expect(answer.exitCode, is: 64)
  }

  @Test func `a wrong client secret is refused`() async throws {
    let answer = try await Bench.practising().run(
      "walk", "--mode", "practice", "--app-type", "server", "--format", "json",
      environment: ["WORKBENCH_CLIENT_SECRET": "my-own-wrong-secret"])
    expect(answer.exitCode, is: 1)
    let document = try JSONContractTests.check(answer, mode: "practice")
    expect(document.failure?.reason, is: "invalid_client")
    expect(!answer.all.contains("my-own-wrong-secret"))
  }
}

extension Bench {
  /// Whether there is a session file.
  fileprivate var hasSession: Bool {
    get throws { (try? sessionText()) != nil }
  }
}
