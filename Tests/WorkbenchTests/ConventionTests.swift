import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// The rules of the command line, held against every command that takes an option.
struct ConventionTests {
  /// The command lines with an option, one for each command that has it; a step needs its number.
  private static func lines(with option: String, _ value: String) -> [[String]] {
    Commands.descriptions.filter { $0.options.contains { $0.name == option } }.map { command in
      let operand = command.operands.first.flatMap { $0.hasPrefix("[") ? nil : $0 }
      let words = command.operandWords.dropFirst(command.name == "step" ? 1 : 0)
      return [command.name] + (operand == nil ? [] : [words.first ?? "x"]) + ["\(option)=\(value)"]
    }
  }

  /// What breaks the grammar of a value, with the section for one that goes over the wire.
  private static let malformed: [(option: String, values: [String])] = [
    // RFC 7636 §4.1
    (
      "--verifier",
      ["", "short", String(repeating: "a", count: 129), String(repeating: "+", count: 43)]
    ),
    // RFC 6749 Appendix A.5
    ("--state", ["", "a\nb", "\u{E9}"]),
    // RFC 6749 §3.1.2
    ("--redirect-uri", ["", "callback", "http://127.0.0.1/#here"]),
    // RFC 6749 §3.3
    ("--scope", ["a\"b", "a\\b", "\u{E9}"]),
    // RFC 6749 Appendix A.1
    ("--client-id", ["", "a\tb"]),
    // Numbers, addresses and pairs that only the workbench reads.
    ("--port", ["65536", "-1", "x"]), ("--host", ["example"]), ("--base-url", ["ftp://a", "a"]),
    ("--code-lifetime", ["soon", "-1"]), ("--token-lifetime", ["1e3"]),
  ]

  @Test(arguments: malformed.flatMap { row in row.values.flatMap { lines(with: row.option, $0) } })
  func `a value outside its grammar is 65 in every command, before any output`(words: [String])
    async throws
  {
    let bench = try Bench()
    if words.first == "step" { _ = await bench.run("step", "1") }
    let answer = await bench.run(words)
    expect(answer.exitCode, is: 65, "\(answer.errors)")
    expect(answer.output, is: "")
  }

  @Test func `an empty value is wrong usage unless it means something`() async throws {
    for command in Commands.descriptions {
      for option in command.options where option.placeholder != nil && !option.mayBeEmpty {
        for words in Self.lines(with: option.name, "") where words.first == command.name {
          let answer = try await Bench().run(words)
          expect(answer.exitCode == 64 && answer.output == "", "\(words)")
          expect(answer.errors.contains("The value of \(option.name) is empty."), "\(words)")
        }
      }
    }
  }

  @Test(arguments: [
    ["#", "the", "five", "steps"], ["# the five steps"], ["walk", "#", "everything"],
    ["step", "2", "# next"], ["lesson", "#3"], ["explain", "#"], ["glossary", "#"],
  ])
  func `a comment that the shell passed on is called one`(words: [String]) async throws {
    let answer = try await Bench().run(words)
    expect(answer.exitCode == 64 && answer.output == "")
    expect(answer.errors.contains("The shell passed a comment"))
    expect(answer.errors.contains("setopt interactivecomments"))
  }

  @Test func `a fragment is a message, and not a comment`() async throws {
    let answer = try await Bench().run("explain", "#access_token=t&token_type=Bearer&state=s")
    expect(!answer.errors.contains("comment"))
  }

  @Test(arguments: [
    ["walk", "--scenario", "dennied"], ["wlak"], ["step", "3", "--redirect", "foo"], ["step", "5"],
    ["walk", "--state", ""], ["walk", "--redirect-uri", "x"], ["walk", "--scope", ""],
    ["#", "comment"], ["walk", "--mode", "live"], ["profile"], ["session", "--session", "/"],
    ["step", "1", "--random"], ["walk", "--scenario", "gone", "--format", "json"], ["next"],
    ["practice", "--host", "0.0.0.0"], ["doctor"], ["step", "5", "--response", "missing.txt"],
  ])
  func `standard error is wrapped, but for a command or a URL`(words: [String]) async throws {
    let bench = try Bench()
    let console = TestConsole()
    console.columns = 40
    let answer = await bench.run(words, console: console)
    for line in answer.errors.split(separator: "\n") where line.count > 40 {
      expect(line.hasPrefix("  workbench ") || !line.drop { $0 == " " }.contains(" "), "\(line)")
    }
    let wide = try await Bench().run(words)
    let all = { (text: String) in text.split { $0.isWhitespace } }
    expect(all(bench.withoutPlaces(answer.errors)).count, is: all(wide.errors).count)
  }

  @Test func `a folder is not a session`() async throws {
    let bench = try Bench()
    for words in [["walk"], ["step", "1"], ["session"], ["session", "reset"], ["next"]] {
      for path in [bench.path("."), bench.path("new/")] {
        let answer = await bench.run(words + ["--session", path])
        expect(answer.exitCode == 65 && answer.output == "", "\(words)")
        expect(answer.errors.contains("is a folder, not a session file."))
      }
    }
  }
}
