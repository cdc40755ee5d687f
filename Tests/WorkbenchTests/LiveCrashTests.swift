import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// Tokens under programs that are killed or refresh side by side, at a server that answers.
@Suite(
  .enabled(if: Program.network != nil, "the built programs do not lie beside the tests"),
  .enabled(if: Program.bash != nil, "there is no bash"))
struct LiveCrashTests {
  private func shell(_ script: String, on run: LiveRun) async throws -> Answer {
    let (bash, workbench) = (try #require(Program.bash), try #require(Program.workbench))
    return try await bash.run(
      ["-c", "w=$1 s=$2\n" + script, "bash", workbench.path, run.bench.session], on: run.bench,
      killedAfter: 60)
  }

  // Three sessions side by side: alone, this one would be what the whole run waits for.
  @Test(arguments: [0, 2, 4])
  func `a refresh that is killed at any moment leaves a usable pair`(start: Int) async throws {
    let run = try await LiveRun("--log", "log.jsonl")
    _ = try await run.walk()
    // Fitbit repeats an answer to the same request, so the next one gets the pair that was lost.
    let answer = try await shell(
      """
      for ((i = \(start); i <= 60; i += 6)); do
        printf -v delay %02d $i
        "$w" refresh --session "$s" >/dev/null 2>&1 &
        sleep "0.0$delay"
        kill -KILL $! 2>/dev/null
        wait $! 2>/dev/null
        [ $? -eq 137 ] && echo killed
        "$w" refresh --session "$s" >/dev/null 2>errors || { echo "lost at $delay"; cat errors; }
        "$w" profile --session "$s" >/dev/null 2>&1 || echo "useless at $delay"
      done 2>/dev/null
      """, on: run)
    expect(answer.output.contains("killed"))
    let bad = answer.output.split(separator: "\n").filter { $0 != "killed" }
    expect(bad, is: [])
  }

  @Test func `two refreshes at once make one request`() async throws {
    let run = try await LiveRun()
    _ = try await run.walk()
    let before = try #require(try run.secrets().last)
    let answer = try await shell(
      """
      for i in 1 2 3 4; do "$w" refresh --session "$s" >"out$i" 2>"err$i" & pids="$pids $!"; done
      for pid in $pids; do wait $pid || echo "exit $?"; done
      cat err1 err2 err3 err4 | grep -c 'nothing was' || true
      """, on: run)
    // One has sent, the others have seen that it had.
    let silent = Int(answer.output.trimmingCharacters(in: .whitespacesAndNewlines))
    expect((1...3).contains(silent ?? 0), "\(answer.output)")
    expect(try run.secrets().last != before)
    expect(await run.bench.run("profile").exitCode, is: 0)
    let sent = try await run.server.end().output.split(separator: "\n")
      .filter { $0.contains("POST /oauth2/token") }
    expect(sent.count, is: 1 + 4 - (silent ?? 0))
  }

  @Test func `a program that was stopped before it had saved says so`() async throws {
    let run = try await LiveRun()
    _ = try await run.walk()
    var session = try JSONDecoder().decode(
      Session.self, from: Data(contentsOf: URL(filePath: run.bench.session)))
    session.pending = PendingRequest(grant: .refreshToken, sentAt: Bench.time - 30)
    try JSONEncoder().encode(session).write(to: URL(filePath: run.bench.session))
    let soon = await run.bench.run("refresh")
    expect(soon.exitCode, is: 0)
    expect(soon.errors.contains("was sent 30 seconds ago, and the response was never saved"))
    let text = try run.bench.sessionText()
    expect(!text.contains("pending"))
  }

  @Test func `a code that was sent is not taken for a fresh one`() async throws {
    let run = try await LiveRun()
    expect(await run.bench.run(["step", "1"] + run.options).exitCode, is: 0)
    let redirect = try await run.redirect()
    expect(await run.bench.run("step", "3", "--redirect", redirect).exitCode, is: 0)
    expect(await run.bench.run("step", "5").exitCode, is: 0)
    var session = try JSONDecoder().decode(
      Session.self, from: Data(contentsOf: URL(filePath: run.bench.session)))
    session.pending = PendingRequest(grant: .code, sentAt: Bench.time - 5)
    try JSONEncoder().encode(session).write(to: URL(filePath: run.bench.session))
    let again = await run.bench.run("step", "5")
    expect(again.exitCode, is: 1)
    expect(again.errors.contains("A code works once"))
    expect(again.output.contains("step 1 --mode live"))
  }
}
