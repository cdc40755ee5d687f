import TestSupport
import Testing

@testable import workbench

/// The comparison and the attacks with a generator and a clock that are the same in every test run.
struct GoldenCompareTests {
  @Test(arguments: [
    ("compare", "compare"), ("compare pkce implicit", "compare-two"),
    ("compare --stage 4", "compare-stage-4"), ("compare --format markdown", "compare-markdown"),
    ("attack interception", "attack-interception"), ("attack csrf", "attack-csrf"),
    ("attack leak", "attack-leak"),
  ])
  func `what is shown is as recorded`(line: String, name: String) async throws {
    let bench = try Bench.seeded()
    let answer = await bench.run(line.split(separator: " ").map(String.init))
    try Golden.expect(answer.transcript(of: "workbench \(line)", on: bench), isIn: name)
  }
}
