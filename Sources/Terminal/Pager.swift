#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program that shows a long text page by page.
package struct Pager: Hashable {
  /// The file of the program.
  package let file: String
  /// Its name and the words behind it.
  package let words: [String]
  /// The environment that it gets.
  package let environment: [String: String]

  /// What less is told unless the user tells it something else.
  private static let usual = [
    // As git has it: no pages for what fits on one, colours, and the text stays on the screen.
    "LESS": "FRX",
    // The lessons are UTF-8, whatever the locale says.
    "LESSCHARSET": "utf-8",
  ]

  /// The pager that the user wants; `nil` for none.
  ///
  /// `PAGER` is a line of the shell, as it is to git and man; empty, or `cat`, it means none. Without it `less`
  /// is taken, where it is installed.
  package init?(in environment: [String: String]) {
    // Without a cursor to move there are no pages.
    guard environment["TERM"] != "dumb" else { return nil }
    if let line = environment["PAGER"] {
      guard !["", "cat"].contains(line) else { return nil }
      file = "/bin/sh"
      words = ["sh", "-c", line]
    } else {
      guard let less = BrowserCommand("less")?.file(in: environment) else { return nil }
      file = less
      words = ["less"]
    }
    self.environment = environment.merging(Self.usual) { own, _ in own }
  }
}

extension Pager {
  /// What Ctrl-C means is for the pager to say; and one that is left early reads no further.
  private static let ignored = [SIGINT, SIGQUIT, SIGPIPE]

  /// Shows a text, and waits until the user has left it.
  ///
  /// - Returns: Whether the pager could be started.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let before = Self.ignored.map { signal($0, SIG_IGN) }
    defer { for (number, action) in zip(Self.ignored, before) { _ = signal(number, action) } }
    var program = ProgramStart(file: file, words: words, environment: environment)
    program.input = .copy(of: ends[0])
    // What is ignored here, it would ignore as well.
    program.restoredSignals = Self.ignored
    let process = try? program.start()
    close(ends[0])
    if process != nil { _ = FileWriting.write(Array(text.utf8), to: ends[1]) }
    close(ends[1])
    guard let process else { return false }
    // POSIX, sh: 126 for a command that is no program, 127 for one that was not found.
    return ![126, 127].contains((ProgramStart.end(of: process) >> 8) & 0xFF)
  }
}
