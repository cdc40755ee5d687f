import HTTPMessages
import TestSupport
import Testing

@testable import workbench

/// What is known of Google's server, and what follows from it.
struct GoogleHealthTests {
  private let options = [
    "--mode", "live", "--server", "google-health", "--client-id", "X", "--redirect-uri",
    "https://app.example.com/cb", "--app-type", "client",
  ]

  private func begun() async throws -> (bench: Bench, redirect: String) {
    let bench = try Bench()
    expect(await bench.run(["step", "1"] + options).exitCode, is: 0)
    let document = try JSONContractTests.check(
      await bench.run("step", "2", "--format", "json", "--no-browser"), mode: "live")
    let url = try #require(document.steps.first?.sends?.url)
    let query = try Form(decoding: try #require(URLParts(url).query))
    let state = try #require(query.value(of: "state"))
    return (bench, "https://app.example.com/cb?state=\(state)&code=4abc")
  }

  // RFC 9207 §2.4.
  @Test(arguments: [
    ("&iss=https%3A%2F%2Fevil.example", 1), ("&iss=https%3A%2F%2Faccounts.google.com%2F", 1),
    ("&iss=https%3A%2F%2Faccounts.google.com", 0), ("", 0),
  ])
  func `a redirect from another server is refused`(issuer: String, exitCode: Int32) async throws {
    let (bench, redirect) = try await begun()
    let answer = await bench.run("step", "3", "--redirect", redirect + issuer)
    expect(answer.exitCode, is: exitCode, answer.output)
    expect(!answer.output.contains("expected issuer is unknown"))
  }

  @Test func `the secret is wanted from a desktop application, with PKCE or without it`()
    async throws
  {
    let (bench, redirect) = try await begun()
    expect(await bench.run("step", "3", "--redirect", redirect).exitCode, is: 0)
    let request = await bench.run("step", "4")
    expect(request.output.replacing("\n", with: " ").contains("Google requires the client secret"))
    try bench.write(
      #"{"error":"invalid_request","error_description":"client_secret is missing."}"#,
      to: "answer.json")
    let answer = await bench.run("step", "5", "--response", bench.path("answer.json"))
    expect(answer.exitCode, is: 1)
    let advice = FollowedAdviceTests.advice(in: answer).filter { $0.hasSuffix("--app-type server") }
    expect(!advice.isEmpty, "\(FollowedAdviceTests.advice(in: answer))")
    expect(advice.allSatisfy { !$0.contains("--app-type client") })
    let secret = await bench.run(
      ["step", "4", "--app-type", "server"], environment: ["WORKBENCH_CLIENT_SECRET": "s"])
    expect(!secret.output.contains("Google requires the client secret"))
  }

  @Test func `a server without an issuer is told once, and neither Google's nor Fitbit's is one`()
    async throws
  {
    let bench = try Bench()
    try bench.write(
      #"{"name":"Mine","authorization_endpoint":"https://a.example/a","token_endpoint":"https://a.example/t"}"#,
      to: "mine.json")
    let words = ["--mode", "live", "--server", bench.path("mine.json"), "--client-id", "X"]
    expect(await bench.run(["step", "1"] + words).output.contains("The issuer of"), is: false)
    let step = await bench.run("step", "2", "--scope", "a", "--no-browser")
    expect(step.output.ranges(of: "The issuer of Mine").count, is: 1)
    for server in ["google-health", "fitbit"] {
      let other = try Bench()
      let words = ["--mode", "live", "--server", server, "--client-id", "X"]
      expect(await other.run(["step", "1"] + words).exitCode, is: 0)
      expect(
        await other.run("step", "2", "--no-browser").output.contains("The issuer of"), is: false)
    }
  }
}
