import TestSupport
import Testing

@testable import workbench

struct ChangedValueTests {
  /// A value that differs from the recordings: how it is given, how it looks in the request, and
  /// which parameters differ by it.
  struct Change: CustomTestStringConvertible {
    let words: [String]
    let shown: String
    let names: String
    var testDescription: String { words.joined(separator: " ") }
  }

  static let changes = [
    Change(words: ["--scope", "sleep"], shown: "&scope=sleep&", names: "scope"),
    Change(words: ["--scope", "sleep a&b"], shown: "a%26b&", names: "scope"),
    Change(words: ["--state", "my state"], shown: "&state=my", names: "state"),
    Change(words: ["--client-id", "MINE"], shown: "client_id=MINE&", names: "client_id"),
    Change(
      words: ["--redirect-uri", "http://127.0.0.1:9/cb"], shown: "127.0.0.1%3A9%2Fcb",
      names: "redirect_uri"),
    Change(
      words: ["--verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"],
      shown: "=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", names: "code_challenge"),
    Change(words: ["--prompt", "consent"], shown: "&prompt=consent", names: "prompt"),
    Change(words: ["--prompt", "login consent"], shown: "&prompt=login", names: "prompt"),
    // The challenge of the octets 0 to 31, worked out with another program.
    Change(
      words: ["--random"], shown: "&code_challenge=6oZqdX5MOLq_qBJ8vppAnT4fk6AP8UiP9zX8-Rev_9A",
      names: "state, code_challenge"),
    Change(
      words: ["--scope", "sleep", "--state", "x", "--prompt", "login"], shown: "&prompt=login",
      names: "scope, state, prompt"),
  ]

  @Test(arguments: changes)
  func `a changed value stands in the request, and the recording declines and shows both`(
    change: Change
  ) async throws {
    let answer = try await Bench().run(["walk", "--format", "json"] + change.words)
    expect(answer.exitCode, is: 1)
    let document = try WalkDocument(answer.output)
    expect(document.steps.map(\.number), is: [1, 2])
    let request = try #require(document.step(2)?.sends)
    expect(request.url.contains(change.shown))
    let failure = try #require(document.failure)
    expect(failure.step, is: 2)
    expect(failure.reason, is: "recording_differs")
    expect(failure.message.hasSuffix(": \(change.names)."))
    let text = try await Bench().run(["walk"] + change.words)
    expect(text.exitCode, is: 1)
    for name in change.names.split(separator: ", ") {
      expect(text.output.firstMatch(of: try Regex("\\b\(name) \\(recorded\\)\\s")) != nil)
      expect(text.output.firstMatch(of: try Regex("\\b\(name) \\(yours\\)\\s")) != nil)
    }
    let pairs = text.output.matches(of: #/ \(yours\)\s/#).count
    expect(pairs, is: change.names.split(separator: ", ").count)
  }

  @Test(arguments: ["client", "personal"])
  func `a scenario about a secret is refused to an application without one`(
    type: String
  ) async throws {
    let answer = try await Bench().run("walk", "--app-type", type, "--scenario", "wrong-secret")
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
    expect(answer.errors.contains("walk --scenario wrong-secret --app-type server"))
  }

  @Test func `another secret is declined by the recording in step 4`() async throws {
    let answer = try await Bench().run(
      "walk", "--format", "json", environment: ["WORKBENCH_CLIENT_SECRET": "DEF457"])
    expect(answer.exitCode, is: 1)
    let document = try WalkDocument(answer.output)
    expect(document.steps.map(\.number), is: [1, 2, 3, 4])
    expect(document.failure?.step, is: 4)
    expect(document.failure?.message.hasSuffix(": Authorization."), is: true)
  }

  @Test(arguments: changes)
  func `the same value given to single steps is declined by step 3`(change: Change) async throws {
    let bench = try Bench()
    for number in ["1", "2"] {
      expect(await bench.run(["step", number] + change.words).exitCode, is: 0)
    }
    let answer = await bench.run("step", "3")
    expect(answer.exitCode, is: 1)
    expect(answer.all.contains("differs in: \(change.names)."))
  }

  @Test(arguments: [
    [
      "--scope",
      "activity heartrate nutrition oxygen_saturation respiratory_rate settings "
        + "sleep temperature weight",
    ],
    ["--state", Guide.state], ["--client-id", Guide.clientID],
    ["--redirect-uri", Guide.redirectURI], ["--verifier", Guide.verifier],
    ["--app-type", "server"], ["--scenario", "granted"],
  ])
  func `a value that equals the recorded one changes nothing`(words: [String]) async throws {
    expect(try await Bench().run(["walk"] + words).exitCode, is: 0)
  }
}
