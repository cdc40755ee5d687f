import TestSupport
import Testing

@testable import workbench

struct GoldenErrorTests {
  /// Command lines that are wrong, each in its own way.
  static let wrong = [
    "wlak", "wa", "Walk", "frobnicate", "-x", "--verbose", "--format json",
    "walk --scenari denied", "walk --scenario", "walk --scenario dennied",
    "walk --scenario everything", "walk --scenario=", "walk --scenario --format json",
    "walk --app-type sever", "walk --format yaml", "walk --color sometimes", "walk 1",
    "walk --pause --no-pause", "walk --pause=yes", "walk --state a --state b",
    "walk --client-secret DEF456", "walk --client-id=", "walk --redirect-uri callback",
    "walk --redirect-uri http://127.0.0.1/#here", "walk --scope=", "walk --scope activity\"",
    "walk --verifier short", "walk --prompt conset", "walk --redirect URL",
    "step", "step 0", "step 6", "step one", "step 1 2", "step 1 --redirect URL",
    "step 3 --response answer.txt", "step 5 --response missing.txt", "step 2", "step 3", "step 4",
    "step 5", "challenge", "challenge short", "challenge a b", "session rest", "session reset now",
    "glossary stat", "glossary nothing", "glossary --format yaml", "lesson nothing", "lesson 16",
    "lesson tokens", "lesson 3 4", "completions", "completions tcsh", "help wlak",
    "help walk step", "scenarios all",
  ]

  @Test func `what wrong command lines answer is as recorded`() async throws {
    var text = ""
    for line in Self.wrong {
      let bench = try Bench()
      var answer = await bench.run(line.split(separator: " ").map(String.init))
      // The steps before the one that stops are of no interest here.
      answer.output = ""
      text += answer.transcript(of: "workbench \(line)", on: bench) + "\n"
    }
    try Golden.expect(text, isIn: "errors")
  }

  @Test(arguments: wrong)
  func `a wrong command line is answered on standard error`(line: String) async throws {
    let bench = try Bench()
    let answer = await bench.run(line.split(separator: " ").map(String.init))
    expect([1, 64, 65].contains(answer.exitCode))
    expect(answer.errors.hasPrefix("workbench: "))
    if answer.exitCode != 1 { expect(answer.output, is: "") }
    for line in answer.errors.split(separator: "\n") { expect(line.count > 10) }
  }
}
