import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import workbench

struct PracticeStepTests {
  @Test(arguments: ApplicationType.allCases.map(\.rawValue), [true, false])
  func `five runs of the program get tokens`(type: String, repeatsMode: Bool) async throws {
    let bench = try Bench.practising()
    for number in 1...5 {
      let mode = repeatsMode || number == 1 ? ["--mode", "practice"] : []
      let words = number == 1 ? ["--app-type", type] : []
      let answer = await bench.run(["step", "\(number)"] + mode + words)
      expect(answer.exitCode, is: 0)
      expect(!answer.output.lowercased().contains("record"))
      let next = number == 5 ? "workbench profile" : "workbench step \(number + 1)"
      expect(answer.errors, is: "\nNext: \(next)\n")
      expect(FileManager.default.fileExists(atPath: bench.ledger))
    }
    let values = try bench.sessionValues()
    expect(values["access_token"]?.count, is: 64)
    expect(values["granted_scope"], is: "activity profile sleep")
    expect(await bench.run("profile").exitCode, is: 0)
  }

  @Test func `the session tells its mode`() async throws {
    let bench = try Bench.practising()
    expect(await bench.run("step", "1", "--mode", "practice").exitCode, is: 0)
    let answer = await bench.run("session")
    expect(answer.output.contains("practice"))
    expect(!answer.output.contains("scenario"))
  }

  @Test func `a code works once, and for 10 minutes`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    let again = try await bench.document("step", "5")
    expect(again.failure?.reason, is: "invalid_grant")
    expect(again.failure?.step, is: 5)
    expect(again.step(5)?.received?.status, is: 400)
    expect(again.step(5)?.received?.origin, is: "practice")
    // RFC 6749 §4.1.2: a code that comes twice ends the tokens that it gave.
    let profile = try await bench.document("profile")
    expect(profile.failure?.reason, is: "token_invalid")
    let slow = try Bench.practising()
    for number in ["1", "2", "3"] {
      expect(await slow.run("step", number, "--mode", "practice").exitCode, is: 0)
    }
    expect(await slow.run("step", "5", at: Bench.time + 600).exitCode, is: 1)
    expect(await slow.run("step", "5", at: Bench.time + 599).exitCode, is: 0)
  }

  @Test func `every consent gives a code of its own`() async throws {
    let bench = try Bench.practising()
    for number in ["1", "2"] {
      expect(await bench.run("step", number, "--mode", "practice").exitCode, is: 0)
    }
    expect(await bench.run("step", "3").exitCode, is: 0)
    let first = try bench.sessionValues()["code"]
    expect(await bench.run("step", "3").exitCode, is: 0)
    let second = try bench.sessionValues()["code"]
    expect(first != nil)
    expect(first != second)
    for number in ["4", "5"] { expect(await bench.run("step", number).exitCode, is: 0) }
  }

  @Test func `a step that was not reached names the one before`() async throws {
    let bench = try Bench.practising()
    let answer = await bench.run("step", "3", "--mode", "practice")
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("from step 2"))
  }

  @Test func `the server remembers consent between steps and forgets it in a walk`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    for number in ["1", "2"] {
      let words = ["step", number, "--mode", "practice", "--prompt", "none"]
      expect(await bench.run(words).exitCode, is: 0)
    }
    // The same scopes were granted already, so nobody has to be asked, not even one who would deny.
    expect(await bench.run("step", "3", "--deny").exitCode, is: 0)
  }
}
