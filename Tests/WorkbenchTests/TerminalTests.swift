import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// The built program at a real terminal, which `script` makes.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .enabled(if: Program.bash != nil, "there is no bash"),
  .enabled(if: Program.script != nil, "there is no script"))
struct TerminalTests {
  /// Runs the program at a terminal, and types there when a text has appeared.
  private func terminal(
    _ words: String, on bench: Bench, typing keys: String = "", after prompt: String = "",
    _ environment: [String: String] = [:]
  ) async throws -> Answer {
    let (bash, workbench) = (try #require(Program.bash), try #require(Program.workbench))
    // The keys are held back until the program has had time to switch the echo off.
    let line = """
      export w=$1 s=$2
      feed() {
        if [ -n "$3" ]; then
          for i in {1..200}; do grep -q "$3" screen 2>/dev/null && break; sleep 0.05; done
          sleep 0.2
        fi
        printf "$4"
        for i in {1..200}; do [ -e ended ] && break; sleep 0.05; done
      }
      feed "$@" | { \(Program.script(#""$w" \#(words) --session "$s""#)); code=$?; touch ended; exit $code; }
      """
    return try await bash.run(
      ["-c", line, "bash", workbench.path, bench.session, prompt, keys], on: bench,
      environment: ["TERM": "xterm", "SHELL": bash.path].merging(environment) { $1 })
  }

  @Test func `a terminal gets colour`() async throws {
    // These take no session, so it goes to another command.
    let answer = try await terminal("scenarios --color auto; true", on: Bench())
    expect(answer.output.contains("\u{1B}[1mAuthorization code"))
    let forbidden = try await terminal("scenarios; true", on: Bench(), ["NO_COLOR": "1"])
    expect(forbidden.output.contains("Authorization code"))
    expect(!forbidden.output.contains("\u{1B}[1m"))
  }

  @Test func `a walk waits for Return at a terminal`() async throws {
    let bench = try Bench()
    let answer = try await terminal("walk", on: bench, typing: #"\n\nq"#, after: "Return start")
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("Step 2 of 5"))
    expect(!answer.output.contains("Step 3 of 5"))
  }

  /// Brings an authorization of the user's own application up to step 4.
  private func authorize(_ bench: Bench) async {
    let url = "\(Guide.redirectURI)?code=mine&state=\(Guide.state)"
    for words in [["1", "--client-id", "MINE"], ["2"], ["3", "--redirect", url]] {
      expect(await bench.run(["step"] + words).exitCode, is: 0)
    }
  }

  @Test func `a client secret is not shown while it is typed`() async throws {
    let bench = try Bench()
    await authorize(bench)
    let answer = try await terminal(
      "step 4", on: bench, typing: #"typed-secret\n"#, after: "not shown")
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("Client secret of MINE"))
    expect(!answer.output.contains("typed-secret"))
    expect(answer.output.contains("<client_secret hidden>"))
  }

  // Ctrl-D means that there is no secret.
  @Test(arguments: [(#"\003"#, 130), (#"half\003"#, 130), (#"\004"#, 1)])
  func `Ctrl-C at the secret ends with 130, and Ctrl-D stops the step`(
    keys: String, code: Int32
  ) async throws {
    let bench = try Bench()
    await authorize(bench)
    let answer = try await terminal("step 4", on: bench, typing: keys, after: "not shown")
    expect(answer.exitCode, is: code)
    expect(!answer.output.contains("half"))
    if code == 1 { expect(answer.output.contains("Step 4 failed")) }
  }
}
