import Foundation
import Recordings
import TestSupport
import Testing
import Vocabulary

@testable import Runs
@testable import workbench

/// The curl commands, run by a shell in which curl only says what it was given.
@Suite(.enabled(if: Program.bash != nil, "there is no bash"))
struct CurlFormatTests {
  /// The words that curl is given, a list for each command.
  private func commands(
    in script: String, on bench: Bench, _ environment: [String: String] = [:]
  ) async throws -> [[String]] {
    let bash = try #require(Program.bash)
    try bench.write(script, to: "commands.sh")
    let answer = try await bash.run(
      ["-eu", "-c", "curl() { printf '%s\\0' \"$@\"; printf '\\n\\n'; }; source ./commands.sh"],
      on: bench, environment: environment)
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    return answer.output.components(separatedBy: "\0\n\n").dropLast()
      .map { $0.components(separatedBy: "\0") }
  }

  @Test(arguments: Scenario.of(.pkce).map(\.name), ["server", "client"])
  func `a shell reads from the commands what the document says`(
    scenario: String, type: String
  ) async throws {
    // Only a server application has a secret that could be wrong.
    guard (scenario, type) != ("wrong-secret", "client") else { return }
    let bench = try Bench()
    let words = ["walk", "--scenario", scenario, "--app-type", type]
    let document = try WalkDocument(await bench.run(words + ["--format", "json"]).output)
    let requests = document.steps.compactMap(\.sends)
    let curl = await bench.run(words + ["--format", "curl"])
    let commands = try await commands(in: curl.output, on: bench)
    expect(commands.count, is: requests.count)
    for (command, request) in zip(commands, requests) {
      var expected = ["--include"]
      if request.method != "GET" { expected += ["--request", request.method] }
      expected.append(request.url)
      expected += request.fields.flatMap { ["--header", "\($0.name): \($0.value)"] }
      if !request.body.isEmpty { expected += ["--data-raw", request.body] }
      expect(command, is: expected)
    }
  }

  @Test(arguments: ["it's", "$(touch broken)", "`touch broken`", "a\"b", "a\\", "; touch broken #"])
  func `a value of one's own does nothing in a shell`(value: String) async throws {
    let bench = try Bench()
    let url = "\(Guide.redirectURI)?code=c&state=\(Guide.state)"
    _ = await bench.run("step", "1", "--client-id", value)
    let second = await bench.run("step", "2", "--format", "curl")
    expect(await bench.run("step", "3", "--redirect", url).exitCode, is: 0)
    let environment = ["WORKBENCH_CLIENT_SECRET": "my $ecret"]
    let fourth = await bench.run("step", "4", "--format", "curl", environment: environment)
    for answer in [second, fourth] {
      expect(answer.exitCode, is: 0)
      let commands = try await commands(in: answer.output, on: bench, environment)
      expect(commands.count, is: 1)
      expect(commands.first?.first, is: "--include")
    }
    expect(!FileManager.default.fileExists(atPath: bench.path("broken")))
  }

  @Test func `curl is given the secret of the environment`() async throws {
    let bench = try Bench()
    let environment = ["WORKBENCH_CLIENT_SECRET": "my $ecret 'quoted'"]
    let answer = await bench.run("walk", "--format", "curl", environment: environment)
    let commands = try await commands(in: answer.output, on: bench, environment)
    let token = try #require(commands.last)
    let user = try #require(token.firstIndex(of: "--user"))
    expect(token[user + 1], is: "ABC123:my $ecret 'quoted'")
  }
}
