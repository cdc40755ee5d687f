import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

@Suite(.enabled(if: Program.network != nil, "the built programs do not lie beside the tests"))
struct LiveStepTests {
  @Test func `five steps get tokens, and show what goes over the wire and comes back`()
    async throws
  {
    let run = try await LiveRun()
    let answers = try await run.walk()
    for answer in answers { expect(answer.exitCode, is: 0, "\(answer.errors)\(answer.output)") }
    let values = try run.bench.sessionValues()
    expect(values["access_token"] != nil)
    expect(values["refresh_token"]?.count, is: 64)
    expect(try run.bench.permissions(of: run.bench.session), is: 0o600)
    // What the server said is live, and what departs from the specifications is told.
    let document = try JSONContractTests.check(
      await run.bench.run("profile", "--format", "json"), mode: "live")
    expect(document.steps.last?.received?.origin, is: "live")
    expect(document.steps.last?.outputs.allSatisfy { $0.origin == "live" }, is: true)
    // Fitbit's form, which the practice server keeps: milliseconds, and scopes in braces.
    let introspection = await run.bench.run("introspect")
    expect(introspection.output.contains("Departure"))
    expect(introspection.output.contains("exp is in milliseconds, not seconds"))
    // The request is shown with every field that goes over the wire.
    let request = answers[3].output
    for field in [
      "Host: 127.0.0.1", "Content-Length: ", "User-Agent: ", "Accept-Encoding: identity",
    ] {
      expect(request.contains(field))
    }
    expect(!request.contains("Unknown:"))
  }

  @Test func `every secret is hidden, and shown to whom asks for it`() async throws {
    let run = try await LiveRun()
    let answers = try await run.walk()
    let secrets = try run.secrets()
    expect(secrets.count, is: 4)
    let session = await run.bench.run("session")
    for text in (answers + [session]).flatMap({ [$0.output, $0.errors] }) {
      for secret in secrets { expect(!text.contains(secret)) }
    }
    expect(
      await run.bench.run("profile").output.contains(
        "Authorization: Bearer <access_token hidden>"))
    for format in ["text", "json", "http", "curl", "html", "mermaid"] {
      let profile = await run.bench.run("profile", "--format", format)
      expect(profile.exitCode, is: 0)
      for secret in secrets { expect(!profile.output.contains(secret), "\(format)") }
    }
    let token = try #require(try run.bench.sessionValues()["access_token"])
    expect(await run.bench.run("profile", "--show-secrets").output.contains(token))
    expect(await run.bench.run("session", "--show-secrets").output.contains(token))
  }

  @Test func `tokens are used, refreshed and ended`() async throws {
    let run = try await LiveRun()
    _ = try await run.walk()
    let before = try run.secrets()
    expect(await run.bench.run("refresh").exitCode, is: 0)
    let after = try run.secrets()
    expect(before.last != after.last)
    expect(await run.bench.run("profile").exitCode, is: 0)
    expect(await run.bench.run("revoke").exitCode, is: 0)
    let dead = await run.bench.run("profile")
    expect(dead.exitCode, is: 1)
    expect(dead.output.contains("walk --mode live"))
  }

  @Test func `another authorization keeps the last tokens aside until the reset`() async throws {
    let run = try await LiveRun()
    _ = try await run.walk()
    let token = try #require(try run.bench.sessionValues()["refresh_token"])
    let again = await run.bench.run("step", "1", "--mode", "live")
    expect(again.exitCode, is: 0)
    expect(again.errors.contains("moved to"))
    expect(try run.bench.sessionValues()["refresh_token"], is: nil)
    let previous = run.bench.session + ".previous"
    expect(try String(contentsOfFile: previous, encoding: .utf8).contains(token))
    expect(try run.bench.permissions(of: previous), is: 0o600)
    // Neither server nor client has to be typed again.
    let redirect = try await run.redirect()
    expect(await run.bench.run("step", "3", "--redirect", redirect).exitCode, is: 0)
    expect(await run.bench.run("session", "reset").exitCode, is: 0)
    expect(!FileManager.default.fileExists(atPath: previous))
  }

  @Test
  func `a server that has gone, or is not there, keeps the session and says what still works`()
    async throws
  {
    let run = try await LiveRun("--fault", "gone")
    expect(await run.bench.run(["step", "1"] + run.options).exitCode, is: 0)
    let walk = await run.bench.run(["walk", "--no-pause", "--no-browser"] + run.options)
    expect(walk.exitCode, is: 69)
    expect(walk.output.contains("410 Gone"))
    expect(try run.bench.sessionValues()["code_verifier"] != nil)
    let other = try await LiveRun()
    _ = try await other.walk()
    let before = try other.bench.sessionText()
    _ = try await other.server.end()
    let refresh = await other.bench.run("refresh")
    expect(refresh.exitCode, is: 69)
    expect(refresh.output.contains("Nothing is listening at 127.0.0.1"))
    expect(refresh.output.contains("walk --mode practice"))
    expect(try other.bench.sessionText(), is: before)
  }

  @Test func `a program for the network that is missing is named`() async throws {
    let bench = try Bench()
    let console = TestConsole()
    let surroundings = Surroundings(
      networkProgram: bench.path("workbench-network"),
      arguments: [
        "walk", "--mode", "live", "--client-id", "X", "--no-pause", "--session", bench.session,
      ],
      environment: ["WORKBENCH_CLIENT_SECRET": "s"], console: console, now: { Bench.time },
      randomOctets: { [UInt8](repeating: 7, count: $0) })
    expect(await Workbench(surroundings: surroundings).run(), is: .unavailable)
    expect(console.output.contains("swift build"))
  }
}
