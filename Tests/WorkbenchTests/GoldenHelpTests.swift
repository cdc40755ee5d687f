import TestSupport
import Testing

@testable import workbench

struct GoldenHelpTests {
  @Test(arguments: [
    ("overview", []), ("help", ["help"]), ("help-json", ["help", "json"]),
    ("help-exit-codes", ["help", "exit-codes"]),
    ("help-practice-control", ["help", "practice-control"]), ("scenarios", ["scenarios"]),
    ("servers", ["servers"]), ("servers-fitbit", ["servers", "fitbit"]),
    ("servers-google-health", ["servers", "google-health"]),
    ("glossary-state", ["glossary", "state"]),
    ("challenge", ["challenge", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"]),
    (
      "challenge-explain",
      ["challenge", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "--explain"]
    ),
    (
      "challenge-json",
      [
        "challenge", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "--compare",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=", "--format", "json",
      ]
    ),
    (
      "challenge-compare",
      [
        "challenge", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "--compare",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
      ]
    ),
    ("completions-bash", ["completions", "bash"]), ("completions-zsh", ["completions", "zsh"]),
    ("completions-fish", ["completions", "fish"]),
  ])
  func `a text that needs no session is as recorded`(name: String, arguments: [String]) async throws
  {
    let answer = try await Bench().run(arguments)
    expect(answer.errors, is: "")
    let isDifferent = ["challenge-compare", "challenge-json"].contains(name)
    expect(answer.exitCode, is: isDifferent ? 1 : 0)
    try Golden.expect(answer.output, isIn: name)
  }

  @Test(arguments: Commands.all.map { $0.name })
  func `the help of every command is as recorded, also by its options`(
    command: String
  ) async throws {
    let bench = try Bench()
    let answer = await bench.run("help", command)
    expect(answer.errors, is: "")
    expect(answer.exitCode, is: 0)
    try Golden.expect(answer.output, isIn: "help-\(command)")
    for option in ["--help", "-h"] { expect(await bench.run(command, option), is: answer) }
  }

  @Test func `help is the same by word and by option`() async throws {
    let bench = try Bench()
    let help = await bench.run("help")
    expect(await bench.run("--help"), is: help)
    expect(await bench.run("-h"), is: help)
  }

  @Test func `the version is a number that a program can read`() async throws {
    for word in ["version", "--version", "-V", "-v"] {
      let answer = try await Bench().run(word)
      expect(answer.output.wholeMatch(of: /workbench [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
      expect(answer.exitCode, is: 0)
    }
  }
}
