import TestSupport
import Testing

@testable import workbench

/// What the command line cannot add to a live server's requests: RFC 6749 §3.1, §3.2.
struct RequestAdditionRefusalTests {
  @Test(arguments: [
    // RFC 6749 §4.1.1, §4.1.3, §6; RFC 7636 §4.3, §4.5.
    ("--parameter", "response_type=token", "--flow"), ("--parameter", "client_id=x", "--client-id"),
    ("--parameter", "redirect_uri=x", "--redirect-uri"), ("--parameter", "scope=x", "--scope"),
    ("--parameter", "state=x", "--state"), ("--parameter", "code_challenge=x", "--verifier"),
    ("--parameter", "code_challenge_method=plain", "--flow code"),
    ("--token-parameter", "grant_type=password", "--flow"),
    ("--token-parameter", "code=x", "--redirect"),
    ("--token-parameter", "redirect_uri=x", "--redirect-uri"),
    ("--token-parameter", "client_id=x", "--client-id"),
    ("--token-parameter", "client_secret=x", "WORKBENCH_CLIENT_SECRET"),
    ("--token-parameter", "code_verifier=x", "--verifier"),
    ("--token-parameter", "refresh_token=x", "refresh"),
    ("--token-parameter", "scope=x", "--scope"), ("--parameter", "audience", "NAME=VALUE"),
    ("--parameter", "=x", "NAME=VALUE"),
  ])
  func `a parameter that the request has anyway names the option to use`(
    option: String, word: String, instead: String
  ) async throws {
    let bench = try RequestAdditionTests.bench()
    let answer = await bench.run(
      ["step", "1"] + RequestAdditionTests.options(bench) + [option, word])
    expect(answer.exitCode, is: instead == "NAME=VALUE" ? 65 : 64)
    expect(answer.errors.contains(instead), answer.errors)
    expect(answer.errors.split(separator: "\n").count, is: 2, answer.errors)
  }

  @Test(arguments: [
    ["--parameter", "a=1", "--parameter", "a=2"], ["--prompt", "login", "--parameter", "prompt=x"],
    ["--app-type", "client", "--client-auth", "client_secret_post"],
    ["--client-auth", "private_key_jwt"],
  ])
  func `what contradicts itself is refused`(words: [String]) async throws {
    let bench = try RequestAdditionTests.bench()
    expect(
      await bench.run(["step", "1"] + RequestAdditionTests.options(bench) + words).exitCode, is: 64)
  }

  @Test(arguments: [("--parameter", "p=x"), ("--token-parameter", "q=x")])
  func `a parameter of an endpoint's own query is refused`(
    option: String, word: String
  ) async throws {
    let bench = try Bench()
    try bench.write(
      #"{"authorization_endpoint":"https://a.example/a?p=1","token_endpoint":"https://a.example/t?q=1"}"#,
      to: "mine.json")
    let answer = await bench.run(
      ["step", "1"] + RequestAdditionTests.options(bench) + [option, word])
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("already contains it"), answer.errors)
  }

  @Test(arguments: ["--client-auth=none", "--parameter=a=b", "--token-parameter=a=b"])
  func `in other modes nothing can be added`(word: String) async throws {
    for mode in ["dry-run", "practice"] {
      let answer = try await Bench().run("walk", "--mode", mode, word)
      expect(answer.exitCode, is: 64)
      expect(answer.errors.contains("is for live mode"))
    }
  }
}
