import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// The built program waits for a browser at a real terminal, which `script` makes.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .enabled(if: Program.bash != nil, "there is no bash"),
  .enabled(if: Program.script != nil, "there is no script"), .timeLimit(.minutes(2)))
struct BrowserTerminalTests {
  private static let walk =
    #""$w" walk --mode practice --browser --no-pause --state \#(BrowsedPastingTests.state) --session "$s""#

  /// Runs lines of bash at a terminal, and types there meanwhile.
  ///
  /// - Parameters:
  ///   - lines: What runs at the terminal.
  ///   - feed: Bash that writes the keys; `seen TEXT` waits until a text stands on the screen, and `waits`
  ///     until the program waits for a line.
  ///   - pasted: What the file `pasted` has.
  /// - Returns: What stood on the screen.
  /// - Throws: What keeps the terminal from being made.
  private func terminal(
    _ lines: String, typing feed: String, pasted: String = ""
  ) async throws -> Answer {
    let (bash, workbench) = (try #require(Program.bash), try #require(Program.workbench))
    let bench = try Bench()
    try bench.write(pasted, to: "pasted")
    try bench.write(
      "tty > terminal; stty -a > before\n\(lines)\nstty -a > after; cmp before after && echo unchanged\n",
      to: "lines")
    let line = """
      export w=$1 s=$2
      seen() { for i in {1..400}; do grep -q "$1" screen 2>/dev/null && break; sleep 0.05; done; }
      waits() { for i in {1..400}; do stty -a < "$(cat terminal)" | grep -q -e -icanon && break; sleep 0.05; done; }
      feed() {
        \(feed)
        for i in {1..400}; do [ -e ended ] && break; sleep 0.05; done
      }
      feed | { \(Program.script("bash ./lines")); code=$?; touch ended; exit $code; }
      """
    return try await bash.run(
      ["-c", line, "bash", workbench.path, bench.session], on: bench,
      environment: ["TERM": "xterm", "SHELL": bash.path, "BROWSER": "true"])
  }

  @Test func `a pasted address is taken, and what stands behind it is left`() async throws {
    let answer = try await terminal(
      #"\#(Self.walk); echo "code $?"; read -r rest; echo "left: $rest""#,
      typing: """
        seen 'press Return'; printf 'nonsense\\n'
        seen 'was ignored'; printf '%s\\n%s\\n' '"\(BrowsedPastingTests.denied)"' 'the rest'
        """)
    expect(answer.output.contains("It does not begin with the redirect URI."))
    expect(answer.output.contains("The user denied access."))
    for text in ["code 1", "left: the rest", "unchanged"] {
      expect(answer.output.contains(text), "\(answer.output)")
    }
  }

  @Test func `Ctrl-C ends the wait, and leaves the terminal as it was`() async throws {
    let answer = try await terminal(
      #"trap : INT; \#(Self.walk); echo "exit code $?"; read -r rest; echo "left: $rest""#,
      typing: #"seen 'press Return'; printf '\003'; seen 'exit code'; printf 'the rest\n'"#)
    for text in ["code 130", "left: the rest", "unchanged"] {
      expect(answer.output.contains(text), "\(answer.output)")
    }
  }

  /// The longest redirect that is taken has 65,536 bytes; a terminal keeps 4,095 of a line, or 1,024.
  @Test(arguments: [5_000, 60_000])
  func `a long address can be pasted`(length: Int) async throws {
    let filling = String(repeating: "a", count: length)
    let answer = try await terminal(
      #"\#(Self.walk); echo "code $?"; read -r rest; echo "left: $rest""#,
      typing: "seen 'press Return'; waits; cat pasted",
      pasted: "\(BrowsedPastingTests.denied)&error_description=\(filling)\nthe rest\n")
    expect(answer.output.contains("The user denied access."))
    for text in ["code 1", "left: the rest", "unchanged"] {
      expect(answer.output.contains(text), "\(answer.output.suffix(1000))")
    }
  }

  /// A shell tells the signal that ended a program as 128 and its number.
  @Test(arguments: [("TERM", 143), ("HUP", 129), ("QUIT", 131), ("INT", 130)])
  func `a signal ends the wait, and leaves the terminal as it was`(
    signal: String, code: Int
  ) async throws {
    let answer = try await terminal(
      #"""
      # Swift on Linux would show where SIGQUIT struck, ask for a key, and go on.
      export SWIFT_BACKTRACE=enable=no
      sh -c 'echo $$ > process; exec "$@"' sh \#(Self.walk); echo "exit code $?"
      read -r rest; echo "left: $rest"
      """#,
      typing: #"""
        seen 'press Return'; waits; kill -\#(signal) "$(cat process)"
        seen 'exit code'; printf 'the rest\n'
        """#)
    for text in ["code \(code)", "left: the rest", "unchanged"] {
      expect(answer.output.contains(text), "\(answer.output)")
    }
  }

  @Test func `a signal at the secret leaves the terminal as it was`() async throws {
    let answer = try await terminal(
      #"""
      sh -c 'echo $$ > process; exec "$@"' sh "$w" walk --client-id MINE --no-pause --session "$s"
      echo "exit code $?"; read -r rest; echo "left: $rest"
      """#,
      typing: #"""
        seen 'not shown'; waits; kill -TERM "$(cat process)"; seen 'exit code'; printf 'the rest\n'
        """#)
    for text in ["code 143", "left: the rest", "unchanged"] {
      expect(answer.output.contains(text), "\(answer.output)")
    }
  }

  @Test func `a program that is stopped gives the terminal back, and takes it again`() async throws
  {
    let filling = String(repeating: "a", count: 5_000)
    let answer = try await terminal(
      #"""
      set -m; \#(Self.walk); echo "stopped $?"
      stty -a > between; cmp before between && echo restored; fg; echo "code $?"
      """#,
      typing: #"seen 'press Return'; waits; printf '\032'; seen 'restored'; waits; cat pasted"#,
      pasted: "\(BrowsedPastingTests.denied)&error_description=\(filling)\n")
    // 128 and the number of SIGTSTP, which is 20 on Linux and 18 on macOS.
    for text in ["stopped \(128 + SIGTSTP)", "restored", "code 1", "unchanged"] {
      expect(answer.output.contains(text), "\(answer.output.suffix(1000))")
    }
  }

  @Test func `in the background it leaves the terminal to others`() async throws {
    let answer = try await terminal(
      #"""
      set -m; \#(Self.walk) > walked 2>&1 &
      for i in {1..400}; do grep -q 'press Return' walked && break; sleep 0.05; done
      echo ready; read -r rest; echo "left: $rest"; jobs; kill %1; wait 2> /dev/null
      """#,
      typing: #"seen 'ready'; printf 'the rest\n'"#)
    expect(answer.output.contains("left: the rest"))
    expect(answer.output.contains("Running") && !answer.output.contains("Stopped"))
  }
}
