/// The program that shows a long text page by page.
struct Pager: Hashable {
  /// The file of the program.
  let file: String
  /// Its name and the words behind it.
  let words: [String]
  /// The environment that it gets.
  let environment: [String: String]

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
  init?(in environment: [String: String]) {
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
