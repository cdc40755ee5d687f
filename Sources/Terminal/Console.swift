/// The input and output of a program: a terminal, pipes, or a test's memory.
package protocol Console: AnyObject, Sendable {
  /// Whether the user can be prompted: input and output are terminals.
  var isInteractive: Bool { get }
  /// Whether standard output is a terminal.
  var outputIsTerminal: Bool { get }
  /// The number of columns of standard output, or `nil` if unknown.
  var columns: Int? { get }
  /// The number of columns of standard error, or `nil` if unknown.
  var errorColumns: Int? { get }
  /// The number of rows of standard output, or `nil` if unknown.
  var rows: Int? { get }
  /// Writes to standard output.
  func show(_ text: String) throws(ConsoleFault)
  /// Shows a text in a pager, and waits until the user has quit it.
  ///
  /// It returns `false` if the pager could not be started and nothing was shown.
  func page(_ text: String, through pager: Pager) -> Bool
  /// Writes to standard error: prompts, hints, and errors.
  func hint(_ text: String)
  /// Shows the state of long work on standard error.
  ///
  /// A terminal shows one short line that changes, and an empty text removes it. Any other file gets a
  /// line for each text.
  func progress(_ text: String)
  /// Reads a line from standard input, without its end, or returns `nil` at the end of input.
  func readLine() -> String?
  /// Reads a key from a terminal, or the first character of a line from any other input.
  ///
  /// The result is empty for Return, and `nil` at the end of input.
  func readKey() -> String?
  /// Waits for a line from standard input without blocking other tasks.
  ///
  /// It returns `nil` at the end of input and as soon as the task is canceled. An incomplete line
  /// is kept for the next read.
  func nextLine() async -> String?
  /// Reads a line without echo, or returns `nil` at the end of input.
  func hiddenLine() throws(ConsoleFault) -> String?
  /// Reads all of standard input, or returns `nil` if it has more bytes than the limit.
  func readAll(limit: Int) -> [UInt8]?
}

extension Console {
  /// The columns of standard output, for a console with a single terminal.
  package var errorColumns: Int? { columns }

  /// Writes a line for each text.
  package func progress(_ text: String) { if !text.isEmpty { hint(text + "\n") } }
}

/// A reason why a console cannot continue.
package enum ConsoleFault: Error, Hashable {
  /// The user pressed Ctrl-C at a prompt.
  case interrupted
  /// Standard output cannot be written to.
  case outputFailed(SystemFault)
}
