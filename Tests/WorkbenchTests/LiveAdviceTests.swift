import Channels
import Foundation
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

@testable import Runs
@testable import workbench

/// What live mode tells a person to type is typed here, from that state.
@Suite(
  .enabled(if: Program.network != nil, "the built programs do not lie beside the tests"),
  .timeLimit(.minutes(5)))
struct LiveAdviceTests {
  /// The only command that an answer advises to go on with.
  private func next(_ answer: Answer) -> String? {
    answer.errors.firstMatch(of: #/(?:Next|To see [^:]+): workbench (.+)/#)
      .map { String($0.1) }
  }

  private func run(_ command: String, on bench: Bench) async -> Answer {
    await bench.run(FollowedAdviceTests.words(command))
  }

  /// Follows what is advised, from step 3 on; every command but the last one succeeds.
  private func follow(_ run: LiveRun) async throws -> [String] {
    let redirect = try await run.redirect()
    var answer = await run.bench.run("step", "3", "--redirect", redirect)
    var commands: [String] = []
    while let command = next(answer), commands.count < 12 {
      expect(answer.exitCode, is: 0, "\(commands): \(answer.all)")
      commands.append(command)
      answer = await self.run(command, on: run.bench)
    }
    return commands
  }

  @Test func `each command leads to the next, and none asks for an endpoint that is missing`()
    async throws
  {
    let run = try await LiveRun()
    let bad = await run.bench.run(["step", "1", "--verifier", "short"] + run.options)
    let advised = FollowedAdviceTests.advice(in: bad).filter { $0.hasPrefix("step") }
    let start = try #require(advised.first)
    expect(await self.run(start, on: run.bench).exitCode, is: 0)
    expect(try run.bench.sessionText().contains(#""mode" : "live""#))
    expect(
      try await follow(run),
      is: ["step 4", "step 5", "profile", "refresh", "introspect", "revoke", "profile"])
    let whole = try String(contentsOfFile: run.bench.path("server.json"), encoding: .utf8)
    let ends = try #require(whole.firstRange(of: #", "revocation_endpoint""#))
    try run.bench.write(
      whole[..<ends.lowerBound] + #", "suggested_scope": "profile"}"#, to: "server.json")
    expect(await run.bench.run(["step", "1"] + run.options).exitCode, is: 0)
    expect(try await follow(run), is: ["step 4", "step 5", "refresh", "session"])
    for command in ["profile", "introspect", "revoke"] {
      let answer = await run.bench.run(command)
      expect(answer.errors.contains("the server has no known"), "\(answer.errors)")
      for command in FollowedAdviceTests.advice(in: answer) {
        expect(await self.run(command, on: run.bench).exitCode, is: 0, "\(command)")
      }
    }
  }

  @Test func `a server that has gone leads to the recordings, and from Fitbit to Google's API`() {
    let gone = StepFailure(
      .gone, "", expected: "", received: "", why: "", reference: .rfc9110("15.5.11"))
    for (server, isMoving) in [(AuthorizationServer.fitbit, true), (.googleHealth, false)] {
      let place = RunPlace(flow: .code, mode: .live, server: server)
      let advice = NextAction.after(gone, in: place).map { $0.advice(in: place) }
      expect(advice.first?.command, is: "walk --flow code")
      expect(advice.contains { $0.text.contains("Google") }, is: isMoving)
    }
  }

  @Test func `where the practice server should be, the command that starts it is named`() {
    let surroundings = Surroundings(
      arguments: [], environment: [:], console: TestConsole(), now: { 0 }, randomOctets: { _ in [] }
    )
    for (server, command) in [
      (AuthorizationServer.practice(at: Defaults.practiceURL), "workbench practice"),
      (.practice(at: "http://127.0.0.1:1"), "workbench doctor --network"),
    ] {
      let report = FailureReport(
        .refused("127.0.0.1:8088"), step: .authorizationRequest, server: server, again: "step 3",
        surroundings)
      expect(report.next.first?.command, is: command)
    }
  }

  @Test func `an issuer without its slash leads to the one with it`() async throws {
    let bench = try Bench()
    let server = try DescribingServer { address in
      """
      {"issuer":"\(address)/","authorization_endpoint":"\(address)/a","token_endpoint":"\(address)/t"}
      """
    }
    let answer = await bench.run(
      "step", "1", "--discover=\(server.address)", "--client-id", "X", "--app-type",
      "client", "--scope", "read write", "--no-browser")
    expect(answer.exitCode, is: 1)
    let command = try #require(FollowedAdviceTests.advice(in: answer).first)
    expect(command.hasPrefix("step 1 --session "))
    expect(
      command.hasSuffix(
        "--discover \(server.address)/ --client-id X --app-type client --scope 'read write' "
          + "--no-browser"))
    expect(await run(command, on: bench).exitCode, is: 0)
  }

  @Test func `a server that is not there is reported by the doctor, and not by sending back to it`()
    async throws
  {
    let (bench, address) = (try Bench(), "http://127.0.0.1:\(try UnusedHandler.freePort())")
    let missing = await bench.run("walk", "--discover", address)
    expect(missing.exitCode, is: 69)
    let doctor = try #require(FollowedAdviceTests.advice(in: missing).first)
    expect(doctor, is: "doctor --network --discover \(address)")
    let found = await run(doctor, on: bench)
    expect(found.exitCode, is: 1)
    expect(found.output.contains("fix   server: Nothing is listening"))
    expect(!found.all.contains("workbench doctor"))
  }
}
