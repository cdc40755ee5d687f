import Foundation
import Testing

@testable import workbench

/// The session under programs that are killed or run side by side.
@Suite(
  .serialized,
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"))
struct CrashTests {
  /// Whether the session is absent or whole.
  private func isWhole(_ bench: Bench) -> Bool {
    guard FileManager.default.fileExists(atPath: bench.session) else { return true }
    return (try? bench.sessionValues()) != nil
  }

  @Test func `a program killed at any moment leaves the session whole`() async throws {
    let program = try #require(Program.workbench)
    let bench = try Bench()
    let clock = ContinuousClock()
    let duration = try await clock.measure {
      _ = try await program.run(["walk", "--session", bench.session], on: bench)
    }
    var killed = 0
    for round in 0..<60 {
      // From the very start to a little behind the usual end.
      let answer = try await program.run(
        ["walk", "--random", "--session", bench.session], on: bench,
        killedAfter: duration * round / 50)
      if answer.exitCode == -SIGKILL { killed += 1 }
      #expect(isWhole(bench))
    }
    #expect(killed > 0)
    // Nothing that they left behind keeps the next one from working.
    #expect(await bench.run("walk").exitCode == 0)
    #expect(await bench.run("session").exitCode == 0)
  }

  @Test func `programs side by side leave one whole session`() async throws {
    let program = try #require(Program.workbench)
    let bench = try Bench()
    for _ in 0..<20 {
      try await withThrowingTaskGroup(of: Answer.self) { group in
        for number in 1...3 {
          group.addTask {
            let long = String(repeating: "\(number)", count: 2000 * number)
            return try await program.run(
              ["walk", "--state", long, "--client-id", long, "--session", bench.session], on: bench)
          }
        }
        for try await answer in group { #expect(answer.exitCode == 1) }
      }
      let values = try bench.sessionValues()
      #expect(values["state"] == values["client_id"])
      #expect(values["state"]?.isEmpty == false)
    }
    #expect(
      try bench.sessionFolder().isSubset(of: [".gitignore", "session.json", "session.json.lock"]))
  }

  @Test func `a reset in between leaves a whole session or none`() async throws {
    let program = try #require(Program.workbench)
    let bench = try Bench()
    for _ in 0..<10 {
      try await withThrowingTaskGroup(of: Answer.self) { group in
        for words in [["walk"], ["session", "reset"], ["walk"], ["session", "reset"]] {
          group.addTask {
            try await program.run(words + ["--session", bench.session], on: bench)
          }
        }
        for try await answer in group { #expect(answer.exitCode == 0, "\(answer.errors)") }
      }
      #expect(isWhole(bench))
    }
  }
}
