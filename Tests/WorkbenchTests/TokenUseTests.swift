import Foundation
import Runs
import TestSupport
import Testing
import Vocabulary

@testable import PracticeServer
@testable import workbench

struct TokenUseTests {
  static let commands = ["profile", "refresh", "introspect", "revoke"]

  /// A bench on which a walk got tokens.
  private func walked(_ words: String...) async throws -> Bench {
    let bench = try Bench.practising()
    let answer = await bench.run(["walk", "--mode", "practice"] + words)
    expect(answer.exitCode, is: 0)
    return bench
  }

  @Test(arguments: commands, ApplicationType.allCases.map(\.rawValue))
  func `a command after a walk is reported as two steps`(
    command: String, type: String
  ) async throws {
    let document = try await walked("--app-type", type).document(command)
    expect(document.outcome, is: "completed")
    expect(document.scenario, is: nil)
    expect(document.steps.map(\.number), is: [6, 6])
    expect(document.steps.map { $0.sends != nil }, is: [true, false])
    expect(document.steps.map { $0.received != nil }, is: [false, true])
    expect(document.steps.first?.name.hasSuffix("-request"), is: true)
    expect(document.steps.last?.name.hasSuffix("-response"), is: true)
    let request = try #require(document.steps.first?.sends)
    expect(request.channel, is: "back")
    expect(request.method, is: (command == "profile" ? "GET" : "POST"))
    expect(request.url.hasPrefix("http://127.0.0.1:8088/"))
    expect(document.steps.last?.received?.status, is: 200)
    expect(document.steps.last?.received?.origin, is: "practice")
    // A token belongs into the header or the body, never into the address.
    expect(!request.url.contains("token="))
  }

  @Test(arguments: zip(commands, ["refresh", "introspect", "revoke", "profile"]))
  func `a command says what is worth trying next, and breaks its text with single blank lines`(
    command: String, next: String
  ) async throws {
    let answer = try await walked().run(command)
    expect(answer.errors.hasSuffix(": workbench \(next)\n"))
    expect(answer.errors.split(separator: "\n").count, is: 1)
    expect(!answer.output.contains("\n\n\n"))
  }

  @Test func `a refresh is held against what was granted, not against what was asked for`()
    async throws
  {
    let bench = try await walked("--allow", "activity")
    let inputs = try await bench.document("refresh").steps.last?.inputs ?? []
    expect(inputs.first { $0.name == "granted_scope" }?.value, is: "activity")
    expect(!inputs.contains { $0.name == "requested_scope" })
  }

  @Test func `the profile is that of the practice user`() async throws {
    let bench = try await walked()
    let document = try await bench.document("profile")
    let outputs = document.steps.last?.outputs ?? []
    let user = try bench.sessionValues()["user_id"]
    expect(outputs.first { $0.name == "user.encodedId" }?.value, is: user)
    expect(outputs.allSatisfy { $0.origin == "practice" && !$0.meaning.isEmpty })
    let fields = document.steps.last?.received?.fields.map(\.name) ?? []
    expect(fields.contains("Fitbit-Rate-Limit-Remaining"))
  }

  @Test(arguments: commands.filter { $0 != "refresh" && $0 != "revoke" })
  func `only a refresh changes the tokens`(command: String) async throws {
    let bench = try await walked()
    let before = try bench.sessionValues()
    expect(await bench.run(command).exitCode, is: 0)
    expect(try bench.sessionValues(), is: before)
  }

  @Test func `a revocation keeps the tokens, and is remembered until there are new ones`()
    async throws
  {
    let bench = try await walked()
    let before = try bench.sessionValues()
    expect(await bench.run("revoke").exitCode, is: 0)
    expect(try bench.sessionValues(), is: before)
    expect(try bench.sessionText().contains("isRevoked"))
    expect(await bench.run(["walk", "--mode", "practice", "--no-pause"]).exitCode, is: 0)
    expect(try bench.sessionText().contains("isRevoked"), is: false)
  }

  @Test func `a refresh replaces both tokens, keeps the rest, and is named as their origin`()
    async throws
  {
    let bench = try await walked()
    let before = try bench.sessionValues()
    expect(await bench.run("refresh", at: Bench.time + 60).exitCode, is: 0)
    let after = try bench.sessionValues()
    let changed = before.keys.filter { before[$0] != after[$0] }
    expect(Set(changed), is: ["access_token", "refresh_token", "expires_at"])
    expect(Set(before.keys), is: Set(after.keys))
    expect(await bench.run("profile").exitCode, is: 0)
    expect(await bench.run("refresh").exitCode, is: 0)
    for words in [["introspect"], ["session"]] {
      let answer = await bench.run(words)
      expect(answer.output.contains("(practice, from refresh"))
      expect(!answer.output.contains("step 6"))
    }
  }

  @Test func `new tokens are saved before anything is shown`() async throws {
    let bench = try await walked()
    let before = try bench.sessionValues()
    let console = FailingConsole(after: "Refresh response")
    expect(await bench.run(["refresh"], on: console), is: .inputOutput)
    let after = try bench.sessionValues()
    expect(after["access_token"] != before["access_token"])
    expect(after["refresh_token"] != before["refresh_token"])
    expect(await bench.run("profile").exitCode, is: 0)
    expect(await bench.run("refresh").exitCode, is: 0)
  }

  @Test func `after a revocation nothing works any more`() async throws {
    let bench = try await walked()
    expect(await bench.run("revoke").exitCode, is: 0)
    let profile = await bench.run("profile")
    expect(profile.exitCode, is: 1)
    expect(profile.errors.contains("workbench walk --mode practice"))
    expect(try await bench.document("profile").failure?.reason, is: "token_invalid")
    let refresh = try await bench.document("refresh")
    expect(refresh.failure?.reason, is: "refresh_refused")
    // No code is in play here, and whoever follows the advice stays in practice mode.
    expect(refresh.failure?.message.contains("authorization code"), is: false)
    expect(refresh.failure?.next.contains("--mode practice"), is: true)
    // RFC 7009 §2.2: a token that is dead already is no error.
    expect(await bench.run("revoke").exitCode, is: 0)
  }

  @Test func `a wrong client secret at revoke is no invalid token`() async throws {
    let bench = try await walked("--app-type", "server")
    let words = ["revoke", "--format", "json"]
    let answer = await bench.run(words, environment: ["WORKBENCH_CLIENT_SECRET": "wrong"])
    let failure = try JSONContractTests.check(answer, mode: "practice").failure
    expect(failure?.reason, is: "invalid_client")
    // The tokens are as they were: a way to start again would throw them away.
    expect(failure?.next.contains("the session still has the tokens"), is: true)
    expect(failure?.next.contains("step 1"), is: false)
    expect(await bench.run("profile").exitCode, is: 0)
    expect(await bench.run("revoke").exitCode, is: 0)
  }

  @Test func `a token opens only what the user allowed`() async throws {
    let bench = try await walked("--scope", "activity")
    let document = try await bench.document("profile")
    expect(document.steps.last?.received?.status, is: 403)
    expect(document.failure?.reason, is: "scope_insufficient")
    expect(document.failure?.next.contains("profile"), is: true)
    let answer = await bench.run("profile")
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("walk --mode practice --scope"))
    // The token itself is good.
    expect(try await bench.document("introspect").failure, is: nil)
  }

  @Test func `a token that has expired wants a refresh`() async throws {
    let bench = try await walked()
    let later = Bench.time + 28_800
    expect(await bench.run("profile", at: later - 1).exitCode, is: 0)
    let answer = await bench.run("profile", at: later)
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("has expired"))
    expect(answer.errors.contains("workbench refresh"))
    expect(await bench.run("refresh", at: later).exitCode, is: 0)
    expect(await bench.run("profile", at: later).exitCode, is: 0)
  }

  @Test func `introspection tells what the walk asked for`() async throws {
    let bench = try await walked("--app-type", "client", "--allow", "activity sleep")
    let outputs = try await bench.document("introspect").steps.last?.outputs ?? []
    func value(_ name: String) -> String? { outputs.first { $0.name == name }?.value }
    expect(value("active"), is: "true")
    expect(value("client_id"), is: "CLI001")
    expect(value("scope"), is: "{ACTIVITY=READ_WRITE, SLEEP=READ_WRITE}")
    expect(value("exp"), is: "\((Bench.time + 28_800) * 1000)")
  }

  @Test func `the 151st call of an hour is one too many`() async throws {
    let bench = try await walked()
    expect(await bench.run("profile").exitCode, is: 0)
    let file = URL(filePath: bench.ledger)
    var ledger = try JSONDecoder().decode(Ledger.self, from: Data(contentsOf: file))
    for key in ledger.calls.keys { ledger.calls[key]?.count = 149 }
    try JSONEncoder().encode(ledger).write(to: file)
    expect(await bench.run("profile").exitCode, is: 0)
    let document = try await bench.document("profile")
    expect(document.failure?.reason, is: "rate_limited")
    expect(document.steps.last?.received?.status, is: 429)
    expect(await bench.run("profile", at: Bench.time + 3600).exitCode, is: 0)
  }
}
