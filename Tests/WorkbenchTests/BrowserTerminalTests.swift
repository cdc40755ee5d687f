#if os(Linux)
  import Testing

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
    ///   - feed: Bash that writes the keys; `seen TEXT` waits until a text stands on the screen.
    /// - Returns: What stood on the screen.
    /// - Throws: What keeps the terminal from being made.
    private func terminal(_ lines: String, typing feed: String) async throws -> Answer {
      let (bash, workbench) = (try #require(Program.bash), try #require(Program.workbench))
      let bench = try Bench()
      try bench.write(
        "stty -a > before\n\(lines)\nstty -a > after; cmp before after && echo unchanged\n",
        to: "lines")
      let line = """
        export w=$1 s=$2
        seen() { for i in {1..400}; do grep -q "$1" screen 2>/dev/null && break; sleep 0.05; done; }
        feed() {
          \(feed)
          for i in {1..400}; do [ -e ended ] && break; sleep 0.05; done
        }
        feed | { script -qefc 'bash ./lines' screen; code=$?; touch ended; exit $code; }
        """
      return try await bash.run(
        ["-c", line, "bash", workbench.path, bench.session], on: bench,
        environment: ["TERM": "xterm", "SHELL": bash.path, "BROWSER": "/bin/true"])
    }

    @Test func `a pasted address is taken, and what stands behind it is left`() async throws {
      let answer = try await terminal(
        #"\#(Self.walk); echo "code $?"; read -r rest; echo "left: $rest""#,
        typing: """
          seen 'press Return'; printf 'nonsense\\n'
          seen 'was not used'; printf '%s\\n%s\\n' '"\(BrowsedPastingTests.denied)"' 'the rest'
          """)
      #expect(answer.output.contains("It does not begin with the redirect URI."))
      #expect(answer.output.contains("The user did not allow access."))
      for text in ["code 1", "left: the rest", "unchanged"] {
        #expect(answer.output.contains(text), "\(answer.output)")
      }
    }

    @Test func `Ctrl-C ends the wait, and leaves the terminal as it was`() async throws {
      let answer = try await terminal(
        #"trap : INT; \#(Self.walk); echo "code $?"; read -r rest; echo "left: $rest""#,
        typing: #"seen 'press Return'; printf '\003'; seen 'code '; printf 'the rest\n'"#)
      for text in ["code 130", "left: the rest", "unchanged"] {
        #expect(answer.output.contains(text), "\(answer.output)")
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
      #expect(answer.output.contains("left: the rest"))
      #expect(answer.output.contains("Running") && !answer.output.contains("Stopped"))
    }
  }
#endif
