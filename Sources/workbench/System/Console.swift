/// Where the program reads and writes: a terminal, pipes, or a test's memory.
protocol Console: AnyObject, Sendable {
  /// Whether somebody sits there who can be asked: input and output are terminals.
  var isInteractive: Bool { get }
  /// Whether standard output is a terminal.
  var outputIsTerminal: Bool { get }
  /// How many columns standard output has; `nil` if that is not known.
  var columns: Int? { get }
  /// How many rows standard output has; `nil` if that is not known.
  var rows: Int? { get }
  /// Writes to standard output: the transcript.
  func write(_ text: String) throws(Complaint)
  /// Gives a text to a pager, and waits until the user has left it.
  ///
  /// It returns `false` if the pager could not be started, and nothing was shown.
  func page(_ text: String, through pager: Pager) -> Bool
  /// Writes to standard error: prompts, hints and complaints.
  func hint(_ text: String)
  /// Reads a line from standard input, without its end; `nil` at the end of input.
  func readLine() -> String?
  /// Waits for a line from standard input while other things go on.
  ///
  /// It returns `nil` at the end of input, and at once when the task is cancelled. What is not a whole line
  /// by then is left for the next one who reads.
  func nextLine() async -> String?
  /// Reads a line without showing it.
  func readSecret() throws(Complaint) -> String?
  /// Reads all of standard input, up to a limit in bytes; `nil` if there is more.
  func readAll(limit: Int) -> [UInt8]?
}
