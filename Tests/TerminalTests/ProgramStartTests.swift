import Foundation
import Terminal
import TestSupport
import Testing

struct ProgramStartTests {
  /// What a line of the shell prints into a file of its own.
  private func output(
    of line: String, _ prepare: (inout ProgramStart) -> Void = { _ in }
  ) throws -> String {
    let scratch = try ScratchFolder()
    let file = open(scratch.path("output"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    var program = ProgramStart(
      file: "/bin/sh", words: ["sh", "-c", line, "two words", "$HOME"], environment: ["A": "b c"])
    program.output = .copy(of: file)
    prepare(&program)
    expect(ProgramStart.end(of: try program.start()), is: 0)
    return try scratch.text("output")
  }

  @Test func `a program gets its words, its environment and its files`() throws {
    expect(
      try output(of: #"printf '%s|' "$0" "$1" "$A" "$PATH_INFO""#), is: "two words|$HOME|b c||")
    expect(try output(of: "cat; echo end") { $0.input = .null }, is: "end\n")
  }

  @Test func `without an environment it has this program's own`() throws {
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    expect(try output(of: #"printf %s "$PATH""#) { $0.environment = nil }, is: path)
  }

  @Test func `no program gets the client secret`() throws {
    let line = #"env | grep -c -e WORKBENCH -e '^A='"#
    expect(
      try output(of: line) {
        $0.environment = ["WORKBENCH_CLIENT_SECRET": "x", "A": "b", "PATH": "/usr/bin:/bin"]
      }, is: "1\n")
  }

  @Test func `a program may have a group of its own`() throws {
    let line = #"[ "$(ps -o pgid= -p $$ | tr -d ' ')" = $$ ] && echo own || echo shared"#
    expect(
      try output(of: line) {
        $0.hasOwnGroup = true; $0.environment = nil
      }, is: "own\n")
    expect(try output(of: line) { $0.environment = nil }, is: "shared\n")
  }

  @Test func `a program that is not there is told`() {
    #expect(throws: SystemFault(ENOENT)) {
      try ProgramStart(file: "/nowhere/program", words: ["program"]).start()
    }
    expect(SystemFault(ENOENT).reason, is: String(cString: strerror(ENOENT)))
  }
}
