#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that shows a long text page by page.
package struct Pager: Hashable {
  /// The path of the program.
  package let file: String
  /// The program's name and its arguments.
  package let words: [String]
  /// The environment of the program.
  package let environment: [String: String]

  /// The settings for less, unless the user has set others.
  private static let usual = [
    // As in git: no paging of one page, colors, and the text stays on the screen.
    "LESS": "FRX",
    // The lessons are UTF-8 in every locale.
    "LESSCHARSET": "utf-8",
  ]

  /// Creates the user's pager, or `nil` for none.
  ///
  /// `PAGER` is a shell command, as for git and man; an empty value or `cat` means none. Without
  /// `PAGER`, the pager is `less`, if it is installed.
  package init?(in environment: [String: String]) {
    // A dumb terminal has no cursor control for paging.
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
  /// The signals to ignore: the pager handles Ctrl-C, and may stop reading early.
  private static let ignored = [SIGINT, SIGQUIT, SIGPIPE]

  /// Shows a text, and waits until the user has quit the pager.
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
    // Without this, the pager would also ignore them.
    program.restoredSignals = Self.ignored
    let process = try? program.start()
    close(ends[0])
    if process != nil { _ = FileWriting.write(Array(text.utf8), to: ends[1]) }
    close(ends[1])
    guard let process else { return false }
    // POSIX, sh: 126 for a command that is not executable, 127 for one that was not found.
    return ![126, 127].contains((ProgramStart.end(of: process) >> 8) & 0xFF)
  }
}
