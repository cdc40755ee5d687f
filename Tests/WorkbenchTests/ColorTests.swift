import TestSupport
import Testing

@testable import workbench

struct ColorTests {
  static let lines = [
    [], ["walk"], ["walk", "--scenario", "denied"], ["walk", "--scope", "sleep"], ["step", "1"],
    ["scenarios"], ["help"], ["help", "walk"], ["glossary", "state"], ["lesson"], ["lesson", "3"],
    ["challenge", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "--compare", "x"],
  ]

  private func run(
    _ words: [String], terminal: Bool, _ environment: [String: String] = [:]
  ) async throws -> Answer {
    let console = TestConsole()
    console.outputIsTerminal = terminal
    return try await Bench().run(words, environment: environment, console: console)
  }

  private func withoutColor(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  @Test(arguments: lines)
  func `colour adds nothing but colour`(words: [String]) async throws {
    let plain = try await run(words, terminal: false)
    let colored = try await run(words, terminal: true)
    expect(!plain.all.contains("\u{1B}"))
    expect(colored.output.contains("\u{1B}["))
    expect(withoutColor(colored.output), is: plain.output)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["NO_COLOR": "0"], ["TERM": "dumb"]])
  func `the environment switches colour off`(environment: [String: String]) async throws {
    expect(try await !run(["walk"], terminal: true, environment).all.contains("\u{1B}"))
    // An option says it louder than the environment.
    let always = try await run(["walk", "--color", "always"], terminal: false, environment)
    expect(always.output.contains("\u{1B}["))
  }

  @Test func `the option switches colour on and off, and an empty NO_COLOR switches nothing off`()
    async throws
  {
    let never = try await run(["walk", "--color", "never"], terminal: true)
    expect(!never.all.contains("\u{1B}"))
    let always = try await run(["walk", "--color", "always"], terminal: false)
    expect(withoutColor(always.output), is: never.output)
    let answer = try await run(["walk"], terminal: true, ["NO_COLOR": "", "TERM": "xterm"])
    expect(answer.output.contains("\u{1B}["))
  }

  @Test(arguments: ["curl", "http", "json", "mermaid"])
  func `a format for programs has no colour`(format: String) async throws {
    let answer = try await run(
      ["walk", "--format", format, "--color", "always"], terminal: true)
    expect(!answer.output.contains("\u{1B}"))
  }
}
