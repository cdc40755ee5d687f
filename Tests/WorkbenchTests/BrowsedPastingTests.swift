import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// `--browser`, with a browser that does nothing and a user who pastes.
///
/// Whether the port of the redirect URI is free does not matter here: pasting is possible either way.
@Suite(.timeLimit(.minutes(1))) struct BrowsedPastingTests {
  static let state = "a-state-that-nobody-guesses"
  static let denied = "\(Guide.loopbackRedirectURI)?error=access_denied&state=\(state)"

  private static let walk = [
    "walk", "--mode", "practice", "--browser", "--no-pause", "--state", state,
  ]

  private func walk(pasting lines: [String], _ environment: [String: String]) async throws
    -> Answer
  {
    let console = TestConsole()
    console.lines = lines
    console.staysOpen = true
    return await (try Bench.practising()).run(
      Self.walk, environment: environment, console: console)
  }

  @Test
  func `a pasted redirect goes on to step 3, and a planted one is refused while the wait goes on`()
    async throws
  {
    let answer = try await walk(pasting: [Self.denied], ["BROWSER": "true"])
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("Paste the whole"))
    expect(answer.output.contains("error=access_denied"))
    let planted = "\(Guide.loopbackRedirectURI)?code=c&state=not-ours"
    let second = try await walk(pasting: ["", planted, " '\(Self.denied)'"], ["BROWSER": "true"])
    expect(second.exitCode, is: 1)
    expect(second.errors.contains("Its state is not the one that was sent."))
    expect(!second.output.contains("not-ours"))
  }

  @Test(
    .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
    .enabled(if: Program.bash != nil, "there is no bash"))
  func `a pipe is as good as a terminal, and what stands behind the address is left`() async throws
  {
    let bash = try #require(Program.bash)
    let workbench = try #require(Program.workbench)
    let bench = try Bench()
    let words = Self.walk.joined(separator: " ")
    let answer = try await bash.run(
      [
        "-c", #""$1" \#(words) --session "$2"; echo "code $?"; read -r rest; echo "left: $rest""#,
        "bash", workbench.path, bench.session,
      ], on: bench, input: "\(Self.denied)\nthe rest\n", environment: ["BROWSER": "true"])
    expect(answer.output.contains("code 1\nleft: the rest\n"))
  }
}
