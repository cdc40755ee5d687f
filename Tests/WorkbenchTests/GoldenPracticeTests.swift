import TestSupport
import Testing

@testable import workbench

/// Practice mode with a generator and a clock that are the same in every test run.
struct GoldenPracticeTests {
  @Test func `a walk and what one does with its tokens are as recorded`() async throws {
    let bench = try Bench.seeded()
    let walk = "walk --mode practice --app-type client"
    for line in [walk, "profile", "refresh", "introspect", "revoke"] {
      let answer = await bench.run(line.split(separator: " ").map(String.init))
      expect(answer.exitCode, is: 0)
      let name = line == walk ? "walk" : line
      try Golden.expect(
        answer.transcript(of: "workbench \(line)", on: bench), isIn: "practice-\(name)")
    }
  }

  @Test func `the rules, and what practice mode rejects, are as recorded`() async throws {
    let rules = try await Bench().run("practice", "--rules")
    try Golden.expect(
      rules.transcript(of: "workbench practice --rules", on: Bench()), isIn: "practice-rules")
    var text = ""
    for line in [
      "walk --mode practice --deny", "walk --mode practice --scope nonsense",
      "walk --mode practice --client-id NOBODY",
      "walk --mode practice --redirect-uri http://127.0.0.1:8089/", "walk --mode practise",
      "walk --mode practice --scenario denied", "walk --browser", "profile", "refresh",
      "introspect", "revoke", "practice --port 65536", "practice --host 0.0.0.0",
      "practice --without pkce", "practice --fault broken", "practice --code-lifetime soon",
      "practice --clients missing.json", "practice --redirect-uri callback", "practice --port",
      "practice 8088",
    ] {
      let bench = try Bench.seeded()
      var answer = await bench.run(line.split(separator: " ").map(String.init))
      // The steps before the one that stops are of no interest here.
      answer.output = ""
      text += answer.transcript(of: "workbench \(line)", on: bench) + "\n"
    }
    try Golden.expect(text, isIn: "practice-errors")
  }
}
