import Terminal
import Transcript

extension Surroundings {
  /// Shows a text at once, or page by page if it is longer than the terminal.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - mayPage: Whether the pager may be used.
  /// - Throws: `CommandError` if the output cannot be written.
  package func show(_ text: String, through mayPage: Bool) throws(CommandError) {
    if mayPage, console.outputIsTerminal, let rows = console.rows, height(of: text) >= rows,
      let pager = Pager(in: environment), console.page(text, through: pager)
    {
      return
    }
    try console.write(text)
  }

  /// Returns the number of rows that a text takes, without the prompt below it.
  private func height(of text: String) -> Int {
    let columns = console.columns ?? 80
    return text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, (TerminalColumns.count($1) + columns - 1) / columns) } - 1
  }
}
