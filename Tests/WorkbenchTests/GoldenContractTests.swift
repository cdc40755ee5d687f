import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// What programs and older sessions rely on: documents and files change by addition alone.
struct GoldenContractTests {
  @Test(arguments: [
    ("compare pkce implicit --format json", "compare-two-json"),
    ("attack csrf --format json", "attack-csrf-json"),
  ])
  func `a document is as recorded`(line: String, name: String) async throws {
    let answer = try await Bench.seeded().run(line.split(separator: " ").map(String.init))
    expect(answer.exitCode, is: 0)
    // Without the command above it, so that the file is the document.
    try Golden.expect(answer.output, isIn: name)
  }

  @Test func `the files of a run are as recorded`() async throws {
    let bench = try Bench.seeded()
    expect(await bench.record("--app-type", "server").exitCode, is: 0)
    try Golden.expect(bench.sessionText(), isIn: "session-file")
    let run = try #require(try bench.recordedFiles()[RecordedRun.fileName])
    try Golden.expect(String(decoding: run, as: UTF8.self), isIn: "run-file")
  }

  /// Type by type: whoever adds a command and not to the list would add nothing.
  @Test func `every type that is a command is in the one list of them`() throws {
    let declarations = Repository.files(under: "Sources/workbench", ending: ".swift")
      .compactMap(Repository.text).flatMap {
        $0.matches(of: /\nstruct (\w+): (?:TokenUse)?Command \{/).map { String($0.output.1) }
      }
    expect(Set(Commands.all.map { "\($0)" }), is: Set(declarations))
    expect(Commands.all.count, is: declarations.count)
    expect(Set(Commands.all.map { $0.name }).count, is: declarations.count)
  }
}
