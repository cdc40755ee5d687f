import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// What a user brings from a real server is real, and hidden like a client secret.
struct BroughtSecretTests {
  private static let code = "real-code-4711"
  private static let redirect =
    "\(Guide.redirectURI)?code=\(code)&state=\(Guide.state)"
  private static let tokens = ["real-access-4711", "real-refresh-4711"]
  private static let response = """
    {"access_token":"\(tokens[0])","refresh_token":"\(tokens[1])","token_type":"Bearer"}
    """

  /// Brings a redirect and a response, and gives what the steps say about them.
  private func bring(_ options: [String], on bench: Bench) async throws -> [Answer] {
    for number in ["1", "2"] { _ = await bench.run("step", number) }
    try bench.write(Self.response, to: "answer.txt")
    let third = await bench.run(["step", "3", "--redirect", Self.redirect] + options)
    let fourth = await bench.run(["step", "4"] + options)
    let fifth = await bench.run(
      ["step", "5", "--response", bench.path("answer.txt")] + options)
    return [third, fourth, fifth]
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue))
  func `a code and tokens of one's own are hidden in every format`(format: String) async throws {
    for answer in try await bring(["--format", format], on: Bench()) {
      expect(answer.exitCode, is: 0)
      for secret in Self.tokens + [Self.code] { expect(!answer.all.contains(secret)) }
    }
  }

  @Test func `a code and tokens of one's own are shown to whoever asks, also by the session`()
    async throws
  {
    let answers = try await bring(["--format", "json", "--show-secrets"], on: Bench())
    for (answer, secret) in zip(answers, [Self.code, Self.code, Self.tokens[0]]) {
      expect(answer.output.contains(secret))
    }
    expect(answers.last?.output.contains(Self.tokens[1]), is: true)
    // The session keeps them and shows them to whoever asks.
    let bench = try Bench()
    _ = try await bring([], on: bench)
    expect(try bench.sessionValues()["access_token"], is: Self.tokens[0])
    let shown = await bench.run("session", "--show-secrets")
    for secret in Self.tokens + [Self.code] { expect(shown.output.contains(secret)) }
    let hidden = await bench.run("session")
    for secret in Self.tokens + [Self.code] { expect(!hidden.output.contains(secret)) }
  }

  /// Answers that nobody can read, with tokens in them.
  static let unreadable = [
    #"{"access_token":"real-access-4711","refresh_token":"real-ref"#,
    #"{"access_token":"real-access-4711","refresh_token":"real-refresh-4711""#,
    #"{"access_token":"real-access-4711"} {"refresh_token":"real-refresh-4711"}"#,
    #"["access_token", {"access_token" : "real-access-4711"}"#,
    "access_token=real-access-4711&refresh_token=real-refresh-4711&token_type=Bearer",
    "<p>?refresh_token=real-refresh-4711</p>",
    "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"access_token\":\"real-acc",
    "HTTP/1.1 200 OK\n{\"access_token\":\"real-access-4711\"}",
  ]

  @Test(arguments: unreadable, OutputFormat.allCases.map(\.rawValue))
  func `tokens in an answer that nobody can read are hidden`(
    body: String, format: String
  ) async throws {
    let bench = try Bench()
    for number in 1...4 { _ = await bench.run("step", "\(number)") }
    try bench.write(body, to: "answer.txt")
    let words = ["step", "5", "--response", bench.path("answer.txt"), "--format", format]
    let answer = await bench.run(words)
    expect(answer.exitCode == 1 || answer.exitCode == 65)
    expect(!answer.all.contains("real-"))
    guard answer.exitCode == 1, format == "text" else { return }
    expect(answer.all.contains("_token hidden>"))
    expect(await bench.run(words + ["--show-secrets"]).all.contains("real-"))
  }

  @Test func `what is recorded is shown`() async throws {
    let answer = try await Bench().run("walk")
    expect(!answer.output.contains("hidden>"))
  }
}
