import HTTPMessages
import Step4TokenRequest
import TestSupport
import Testing
import Vocabulary

@testable import Runs
@testable import workbench

struct ClientSecretTests {
  private static let name = "WORKBENCH_CLIENT_SECRET"
  /// Blanks and an ampersand, so that its form-encoded shape differs from its plain one.
  private static let secret = "my & own=secret"

  private static func header(_ identifier: String, _ secret: String) -> String {
    BasicCredentials(identifier: identifier, secret: ClientSecret(secret)).headerValue
  }

  /// Every shape in which the secret could be seen.
  private static func shapes(_ identifier: String, _ secret: String) -> [String] {
    let header = header(identifier, secret)
    return [
      secret, Form.encode(secret), header, String(header.dropFirst("Basic ".count)),
      Base64.standard.encode(Array(secret.utf8)),
      Base64.standard.encode(Array("\(identifier):\(secret)".utf8)),
    ]
  }

  /// Brings an authorization of the user's own application up to step 4.
  private func authorize(_ bench: Bench, _ identifier: String) async {
    _ = await bench.run("step", "1", "--client-id", identifier)
    _ = await bench.run("step", "2")
    let url = "\(Guide.redirectURI)?code=mine&state=\(Guide.state)"
    expect(await bench.run("step", "3", "--redirect", url).exitCode, is: 0)
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue), [secret, "abcd", "DEF456x"])
  func `a real secret is hidden in every format`(format: String, secret: String) async throws {
    let bench = try Bench()
    let environment = [Self.name: secret]
    let walk = await bench.run("walk", "--format", format, environment: environment)
    // The recording was made with another secret.
    expect(walk.exitCode, is: 1)
    expect(walk.errors.contains("differs in: Authorization.") || format == "text")
    await authorize(bench, "MINE")
    let step = await bench.run("step", "4", "--format", format, environment: environment)
    expect(step.exitCode, is: 0)
    for (answer, identifier) in [(walk, "ABC123"), (step, "MINE")] {
      for shape in Self.shapes(identifier, secret) { expect(!answer.all.contains(shape)) }
    }
  }

  @Test func `a real secret is used in the Authorization header and can be shown`() async throws {
    let bench = try Bench()
    await authorize(bench, "MINE")
    let answer = await bench.run(
      "step", "4", "--format", "json", "--show-secrets", environment: [Self.name: Self.secret])
    let step = try #require(try WalkDocument(answer.output).step(4))
    let field = try #require(step.sends?.fields.first { $0.name == "Authorization" })
    expect(field.value, is: Self.header("MINE", Self.secret))
    expect(step.inputs.first { $0.name == "client_secret" }?.value, is: Self.secret)
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue))
  func `a secret that was asked to be shown is not called hidden`(format: String) async throws {
    let answer = try await Bench().run(
      "walk", "--show-secrets", "--format", format, environment: [Self.name: Self.secret])
    expect(!answer.all.contains("hidden>"))
  }

  @Test func `the curl command reads the secret from the environment`() async throws {
    let answer = try await Bench().run(
      "walk", "--format", "curl", environment: [Self.name: Self.secret])
    expect(answer.output.contains(#"--user 'ABC123:'"$WORKBENCH_CLIENT_SECRET""#))
  }

  @Test func `the guide's published secret is shown`() async throws {
    expect(
      try await Bench().run("walk").output.contains("Authorization: Basic QUJDMTIzOkRFRjQ1Ng=="))
  }

  @Test func `the secret never lies in the session`() async throws {
    let bench = try Bench()
    await authorize(bench, "MINE")
    for words in [["step", "4"], ["step", "5"], ["session"], ["walk"]] {
      _ = await bench.run(words, environment: [Self.name: Self.secret])
      let text = try bench.sessionText()
      expect(!text.contains("client_secret"))
      for shape in Self.shapes("MINE", Self.secret) + Self.shapes("ABC123", Self.secret) {
        expect(!text.contains(shape))
      }
    }
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue), [[:], [name: ""]])
  func `an application of one's own without a secret stops in step 4`(
    format: String, environment: [String: String]
  ) async throws {
    let bench = try Bench()
    await authorize(bench, "MINE")
    let answer = await bench.run("step", "4", "--format", format, environment: environment)
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("there is no client secret"))
    expect(answer.errors.contains("WORKBENCH_CLIENT_SECRET"))
  }

  @Test func `who is at the terminal is asked for the secret, and only where one is needed`()
    async throws
  {
    let bench = try Bench()
    await authorize(bench, "MINE")
    let console = TestConsole()
    console.isInteractive = true
    console.secret = "typed secret"
    let answer = await bench.run("step", "4", console: console)
    expect(answer.exitCode, is: 0)
    expect(answer.errors.contains("Client secret of MINE (not shown): "))
    expect(answer.output.contains("Authorization: Basic <client_secret hidden>"))
    for shape in Self.shapes("MINE", "typed secret") { expect(!answer.all.contains(shape)) }
    let shown = await bench.run("step", "4", "--show-secrets", console: console)
    expect(shown.output.contains(Self.header("MINE", "typed secret")))
    // Nobody is asked where no secret is needed.
    let other = try Bench()
    let second = TestConsole()
    second.isInteractive = true
    for words in [["step", "1", "--client-id", "MINE"], ["step", "2"]] {
      expect(await other.run(words, console: second).exitCode, is: 0)
    }
    let walk = await other.run(
      "walk", "--client-id", "MINE", "--app-type", "client", "--no-pause", console: second)
    expect(!walk.errors.contains("(not shown)"))
  }
}
