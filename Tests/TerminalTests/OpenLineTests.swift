import Foundation
import Terminal
import TestSupport
import Testing

/// Lines from a terminal that keeps 4,095 bytes of a line on Linux, and 1,024 on macOS.
@Suite(.serialized, .timeLimit(.minutes(1))) struct OpenLineTests {
  /// Types on a thread of its own: a terminal takes a long text only as it is read.
  private func type(_ text: String, at terminal: PseudoTerminal) {
    Foundation.Thread.detachNewThread {
      // Not before the program waits: what is typed earlier, the terminal keeps as it did before.
      while terminal.keepsLines { usleep(1_000) }
      terminal.type(text)
    }
  }

  /// Empties the screen, which would stop the terminal when it is full.
  private func watch(_ terminal: PseudoTerminal) -> Task<Void, Never> {
    Task { while !Task.isCancelled { _ = terminal.screen() } }
  }

  @Test(arguments: [1_000, 1_024, 4_095, 4_096, 5_000, 60_000])
  func `a line of any length arrives, and the terminal is as it was`(length: Int) async throws {
    let terminal = try PseudoTerminal()
    let watching = watch(terminal)
    defer { watching.cancel() }
    let before = terminal.settings
    let input = LineInput(descriptor: terminal.program, width: { $0.count })
    let line = String(
      (0..<length).map { index in Character(UnicodeScalar(UInt8(97 + index % 26))) })
    type(line + "\nrest\n", at: terminal)
    expect(await input.nextLine(), is: line)
    expect(terminal.settings, is: before)
    expect(LineInput(descriptor: terminal.program, width: { $0.count }).line(), is: "rest")
    type(line + "\n", at: terminal)
    expect(input.line(), is: line)
    expect(terminal.settings, is: before)
  }

  @Test func `a wait that is given up leaves the terminal as it was`() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    let input = LineInput(descriptor: terminal.program, width: { $0.count })
    let task = Task { await input.nextLine() }
    while terminal.keepsLines { try await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    expect(await task.value, is: nil)
    expect(terminal.settings, is: before)
  }

  /// POSIX, General Terminal Interface, 11.1.9: what ERASE, KILL and EOF do; the keys are the usual ones.
  @Test(arguments: [
    ("abx\u{7F}c\n", "abc"), ("\u{7F}\u{7F}abc\n", "abc"), ("nonsense\u{15}abc\n", "abc"),
    ("ab\u{4}c\n", "abc"), ("ä€😀\u{7F}\u{7F}\u{7F}abc\n", "abc"), ("ab no  \u{17}c\n", "ab c"),
    ("ab\u{12}c\n", "abc"), ("a\u{1}\u{7F}bc\r", "abc"), ("abc\r\n", "abc"),
  ])
  func `keys edit the line as they do by themselves`(typed: String, line: String) async throws {
    let terminal = try PseudoTerminal()
    type(typed, at: terminal)
    expect(await LineInput(descriptor: terminal.program, width: { $0.count }).nextLine(), is: line)
  }

  @Test func `Ctrl-D alone ends the input`() async throws {
    let terminal = try PseudoTerminal()
    type("\u{4}", at: terminal)
    expect(await LineInput(descriptor: terminal.program, width: { $0.count }).nextLine(), is: nil)
    type("a\u{7F}\u{4}", at: terminal)
    expect(LineInput(descriptor: terminal.program, width: { $0.count }).line(), is: nil)
  }

  /// Two columns for the key that the terminal shows as ^?, and one for the letter.
  @Test func `what was erased is wiped off the screen`() async throws {
    let terminal = try PseudoTerminal()
    type("ab\u{7F}\n", at: terminal)
    expect(await LineInput(descriptor: terminal.program, width: { $0.count }).nextLine(), is: "a")
    let back = String(repeating: "\u{8}", count: 3)
    expect(terminal.screen().contains(back + "   " + back))
  }

  @Test func `a terminal that hands over bytes already is left alone`() async throws {
    let terminal = try PseudoTerminal()
    var mode = termios()
    expect(tcgetattr(terminal.program, &mode), is: 0)
    mode.c_lflag &= ~tcflag_t(ICANON)
    expect(tcsetattr(terminal.program, TCSANOW, &mode), is: 0)
    let before = terminal.settings
    terminal.type("a\u{7F}b\n")
    expect(LineInput(descriptor: terminal.program, width: { $0.count }).line(), is: "a\u{7F}b")
    expect(terminal.settings, is: before)
  }
}
