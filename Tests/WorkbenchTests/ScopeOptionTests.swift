import HTTPMessages
import TestSupport
import Testing

@testable import workbench

/// Scopes and prompts of live mode: RFC 6749 §3.3, §4.4.2, OpenID Connect Core 1.0 §3.1.2.1.
struct ScopeOptionTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    try bench.write(
      """
      {"name": "Mine", "authorization_endpoint": "https://a.example/authorize",
       "token_endpoint": "https://a.example/token"}
      """, to: "mine.json")
    return bench
  }

  private func options(_ bench: Bench) -> [String] {
    ["--mode", "live", "--server", bench.path("mine.json"), "--client-id", "ID"]
  }

  private func query(_ words: String..., on bench: Bench) async throws -> Form {
    let document = try JSONContractTests.check(
      await bench.run(["step", "2", "--format", "json", "--no-browser"] + words), mode: "live")
    let url = try #require(document.steps.first?.sends?.url)
    return try Form(decoding: try #require(URLParts(url).query))
  }

  @Test func `step 1 asks for no scope, step 2 does, and an empty one sends none`() async throws {
    let bench = try bench()
    expect(await bench.run(["step", "1"] + options(bench)).exitCode, is: 0)
    let missing = await bench.run("step", "2", "--no-browser")
    expect(missing.exitCode, is: 64)
    expect(missing.errors.contains("--scope"))
    let query = try await query("--scope", "", on: bench)
    expect(query.value(of: "scope"), is: nil)
    expect(query.value(of: "state") != nil)
    let state = query.value(of: "state") ?? ""
    let redirect = "http://127.0.0.1:8089/callback?code=c&state=\(state)"
    expect(await bench.run("step", "3", "--redirect", redirect).exitCode, is: 0)
  }

  @Test func `client credentials ask for a scope if one is given`() async throws {
    let bench = try bench()
    let environment = ["WORKBENCH_CLIENT_SECRET": "s"]
    for (words, expected) in [
      ([], nil), (["--scope", "read write"], "read write"), ([], "read write"),
      (["--scope", ""], nil),
    ] as [([String], String?)] {
      let answer = await bench.run(
        ["step", "4", "--flow", "client-credentials", "--format", "json"] + options(bench) + words,
        environment: environment)
      let body = try JSONContractTests.check(answer, flow: "client-credentials", mode: "live").steps
        .first?.sends?.body
      let form = try Form(decoding: body ?? "")
      expect(form.value(of: "grant_type"), is: "client_credentials")
      expect(form.value(of: "scope"), is: expected)
    }
  }

  @Test func `the scope of a client is recorded and replayed, and no user's scope becomes one`()
    async throws
  {
    let bench = try Bench.practising()
    let flow = ["--flow", "client-credentials"]
    for scope in [["--scope", "activity"], []] {
      let words = ["walk", "--mode", "practice", "--record", bench.recording] + flow + scope
      expect(await bench.run(words).exitCode, is: 0)
      let replay = await bench.replay("--format", "http")
      expect(replay.exitCode, is: 0, replay.errors)
      expect(replay.output.contains("&scope=activity"), is: !scope.isEmpty)
    }
    expect(await bench.run("step", "1").exitCode, is: 0)
    expect(await bench.run("step", "2", "--scope", "activity").exitCode, is: 0)
    expect(await bench.run(["step", "4"] + flow).output.contains("scope=activity"), is: false)
  }

  @Test func `a recording names the scope that it was not made with`() async throws {
    let answer = try await Bench().run(
      "walk", "--flow", "client-credentials", "--scope", "activity")
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("differs in: scope"))
  }

  @Test(arguments: ["select_account", "consent login", "login select_account", "none"])
  func `a prompt of OpenID Connect is sent as it was typed`(prompt: String) async throws {
    let bench = try bench()
    expect(await bench.run(["step", "1"] + options(bench)).exitCode, is: 0)
    let query = try await query("--prompt", prompt, "--scope", "a", on: bench)
    expect(query.value(of: "prompt"), is: prompt)
  }

  @Test(arguments: ["none login", "create", "", "login login"])
  func `anything else is refused`(prompt: String) async throws {
    let answer = try await Bench().run("walk", "--prompt", prompt)
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("select_account"))
  }

  @Test func `Fitbit's documentation lacks some, which is told and not refused`() async throws {
    let bench = try Bench()
    expect(await bench.run("step", "1").exitCode, is: 0)
    for (prompt, isTold) in [("login consent", false), ("select_account", true)] {
      let answer = await bench.run("step", "2", "--prompt", prompt)
      expect(answer.exitCode, is: 0)
      expect(answer.output.contains("is not one of"), is: isTold)
    }
  }
}
