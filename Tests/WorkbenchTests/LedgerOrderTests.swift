import Foundation
import Runs
import TestSupport
import Testing

@testable import workbench

/// A program that is killed between two saves leaves tokens that the practice server knows.
struct LedgerOrderTests {
  /// Runs a command, and puts the files aside as they are when a text is about to be shown: the
  /// session of that step is saved by then, and a kill at this moment would leave just this.
  private func aside(
    _ words: [String], before text: String, on bench: Bench
  ) async throws -> Bench {
    let other = try Bench.practising()
    let console = WatchingConsole(for: text) {
      for (from, to) in [(bench.session, other.session), (bench.ledger, other.ledger)] {
        let data = try? Data(contentsOf: URL(filePath: from))
        let name = to.replacing(other.path(""), with: "")
        try? other.write(data ?? Data(), to: name)
      }
    }
    expect(await bench.run(words, on: console), is: .done)
    expect(console.hasSeen)
    return other
  }

  @Test(arguments: [
    ("Token response", "access_token", [["profile"], ["refresh"]]),
    ("Authorization response", "code", [["step", "4"], ["step", "5"]]),
  ])
  func `what a walk brought is known as soon as the session has it`(
    text: String, name: String, uses: [[String]]
  ) async throws {
    let left = try await aside(["walk", "--mode", "practice"], before: text, on: .practising())
    expect(try left.sessionValues()[name] != nil)
    for words in uses { expect(await left.run(words).exitCode, is: 0) }
  }

  @Test func `so are those of a refresh`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    let before = try bench.sessionValues()["access_token"]
    let left = try await aside(["refresh"], before: "Refresh response", on: bench)
    expect(try left.sessionValues()["access_token"] != before)
    for command in ["profile", "refresh"] { expect(await left.run(command).exitCode, is: 0) }
  }
}
