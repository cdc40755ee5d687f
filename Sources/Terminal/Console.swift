/// Where a program reads and writes: a terminal, pipes, or a test's memory.
package protocol Console: AnyObject, Sendable {
  /// Whether somebody can be asked: input and output are terminals.
  var isInteractive: Bool { get }
  /// Whether standard output is a terminal.
  var outputIsTerminal: Bool { get }
  /// The number of columns of standard output; `nil` if that is not known.
  var columns: Int? { get }
  /// The number of columns of standard error; `nil` if that is unknown.
  var errorColumns: Int? { get }
  /// The number of rows of standard output; `nil` if that is not known.
  var rows: Int? { get }
  /// Writes to standard output.
  func show(_ text: String) throws(ConsoleFault)
  /// Gives a text to a pager, and waits until the user has left it.
  ///
  /// It returns `false` if the pager could not be started, and nothing was shown.
  func page(_ text: String, through pager: Pager) -> Bool
  /// Writes to standard error: prompts, hints and errors.
  func hint(_ text: String)
  /// Reads a line from standard input, without its end; `nil` at the end of input.
  func readLine() -> String?
  /// Reads a key at a terminal, and the first character of a line anywhere else.
  ///
  /// It is empty for Return, and `nil` at the end of input.
  func readKey() -> String?
  /// Waits for a line from standard input while other things go on.
  ///
  /// It returns `nil` at the end of input, and at once when the task is cancelled. What is not a whole line
  /// by then is left for the next one who reads.
  func nextLine() async -> String?
  /// Reads a line without showing it; `nil` at the end of input.
  func hiddenLine() throws(ConsoleFault) -> String?
  /// Reads all of standard input, up to a limit in bytes; `nil` if there is more.
  func readAll(limit: Int) -> [UInt8]?
}

extension Console {
  /// The columns of standard output, where both are the same terminal.
  package var errorColumns: Int? { columns }
}

/// The reason why a console cannot go on.
package enum ConsoleFault: Error, Hashable {
  /// The user pressed Ctrl-C at a prompt.
  case interrupted
  /// Standard output takes nothing more.
  case outputFailed(SystemFault)
}
