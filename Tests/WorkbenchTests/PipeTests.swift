import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// The built program among pipes, as a shell joins them.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .enabled(if: Program.bash != nil, "there is no bash"))
struct PipeTests {
  /// Runs a line of bash in which `"$w"` is the program and `"$s"` its session.
  private func shell(
    _ line: String, input: String = "", _ environment: [String: String] = [:]
  ) async throws -> Answer {
    let (bash, workbench) = (try #require(Program.bash), try #require(Program.workbench))
    let bench = try Bench()
    return try await bash.run(
      ["-c", "w=$1 s=$2; " + line, "bash", workbench.path, bench.session], on: bench, input: input,
      environment: environment)
  }

  @Test func `the program says in a process what it says in a test`() async throws {
    for line in ["walk", "walk --scenario denied --format json", "session"] {
      let words = line.split(separator: " ").map(String.init)
      let answer = try await shell(#""$w" \#(line) --session "$s""#)
      // It is started by its path.
      let path = try #require(Program.workbench).path
      expect(answer, is: try await Bench(program: path).run(words))
    }
  }

  @Test func `the program works wherever it is copied to, and names itself as it was started`()
    async throws
  {
    let path = try #require(Program.workbench).path
    expect(try await shell(#""$w""#).output.hasSuffix("\n  \(path) walk\n"))
    for (line, name) in [
      ("./moved", "./moved"), (#"PATH="$PWD:$PATH" moved"#, "moved"),
      (#"mkdir 'a b'; mv moved 'a b'; 'a b/moved'"#, "'a b/moved'"),
    ] {
      let moved = try await shell(#"cp "$w" ./moved; "# + line)
      expect(moved.output.hasSuffix("\n  \(name) walk\n"), "\(moved.output)")
    }
    let lesson = try await shell(#"cp "$w" ./moved && ./moved lesson 2"#)
    expect(lesson.output.contains("./moved ") && !lesson.output.contains("swift run"))
    let answer = try await shell(
      #"cp "$w" ./moved && ./moved walk --session "$s" | grep -c '^Step . of 5 '"#)
    expect(answer.output, is: "5\n")
  }

  @Test(arguments: ["walk --no-pause", "walk --format json", "glossary", "help json"])
  func `a reader that stops early is no error`(words: String) async throws {
    let session = words.hasPrefix("walk") ? #" --session "$s""# : ""
    let answer = try await shell(#""$w" \#(words)\#(session) | head -n 1"#)
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    expect(answer.output.split(separator: "\n").count, is: 1)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"),
    arguments: [
      #"walk --session "$s""#, #"walk --format json --session "$s""#, #"step 1 --session "$s""#,
      #"session --session "$s""#, "help", "", "glossary", "--version", "version", "man", "next",
    ])
  func `an output that cannot be written ends with 74`(words: String) async throws {
    let answer = try await shell(#""$w" \#(words) > /dev/full"#)
    expect(answer.exitCode, is: 74)
    expect(answer.errors.contains("workbench: The output could not be written"))
  }

  @Test func `a pipe gets no colour unless it is asked for`() async throws {
    let plain = try await shell(#""$w" walk --session "$s" | cat"#)
    expect(!plain.output.contains("\u{1B}"))
    let colored = try await shell(#""$w" walk --color always --session "$s" | cat"#)
    expect(colored.output.contains("\u{1B}["))
    expect(colored.output.replacing(/\u{1B}\[[0-9;]*m/, with: ""), is: plain.output)
    let forbidden = try await shell(#""$w" walk --session "$s" | cat"#, ["NO_COLOR": "1"])
    expect(forbidden.output, is: plain.output)
  }

  @Test(arguments: ["walk", "walk --pause", "step 1", "session"])
  func `a closed standard input does not hang`(words: String) async throws {
    let answer = try await shell(#""$w" \#(words) --session "$s" <&-"#)
    // Where somebody would be asked, the end of the input means that nobody is there.
    expect(answer.exitCode, is: 0)
  }

  @Test func `a response comes through a pipe, and none through a closed standard input`()
    async throws
  {
    let answer = try await shell(
      #"cat | "$w" step 5 --response - --show-secrets --session "$s""#,
      input: #"{"access_token":"piped","token_type":"Bearer"}"#)
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("piped"))
    let closed = try await shell(#""$w" step 5 --response - --session "$s" <&-"#)
    expect([1, 65].contains(closed.exitCode))
  }

  @Test func `pause takes its lines from a pipe`() async throws {
    let all = try await shell(
      #"printf '\n\n\n\n\n\n' | "$w" walk --pause --session "$s""#)
    expect(all.exitCode, is: 0)
    expect(all.output.contains("What went where"))
    let stopped = try await shell(#"printf '\n\nq\n' | "$w" walk --pause --session "$s""#)
    expect(stopped.exitCode, is: 0)
    expect(stopped.output.contains("Step 2 of 5"))
    expect(!stopped.output.contains("Step 3 of 5"))
  }

  @Test func `a session lies in the current folder unless said otherwise`() async throws {
    let answer = try await shell(#""$w" step 1 > out && ls .workbench/session.json"#)
    expect(answer.output, is: ".workbench/session.json\n")
  }
}
