import Terminal
import Transcript

/// A console whose standard error is wrapped to the width of the terminal, as standard output is.
///
/// Commands and URLs are not broken, because users copy them. Without a known width, as in a log,
/// nothing is wrapped, so that a program finds each sentence on one line.
final class WrappingConsole: Console {
  private let console: any Console
  private let program: String
  private let variable: Int?

  /// Creates a console that wraps the standard error of another.
  ///
  /// - Parameters:
  ///   - console: The console.
  ///   - program: The program's name, which marks the start of a command.
  ///   - columns: The width that the environment names, or `nil` if it names none.
  init(_ console: any Console, program: String, columns: Int?) {
    self.console = console
    self.program = program
    variable = columns
  }

  func hint(_ text: String) {
    guard let width = console.errorColumns ?? variable else { return console.hint(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let room = min(max(width, 24), 100)
    console.hint(lines.map { wrap(String($0), to: room) }.joined(separator: "\n"))
  }

  private func wrap(_ line: String, to width: Int) -> String {
    guard TerminalColumns.count(line) > width else { return line }
    let margin = String(line.prefix { $0 == " " })
    let (text, command) = split(line)
    // A prompt ends with a space, after which the user types.
    let end = command == nil && line.last == " " ? " " : ""
    let words = text.split(separator: " ").map(String.init)
    let lines = TextStyle.lines(
      of: words.map { TerminalColumns.count($0) }, room: max(16, width - margin.count))
    let wrapped = lines.map { margin + words[$0].joined(separator: " ") }
    return (wrapped + (command.map { ["  " + $0] } ?? [])).joined(separator: "\n") + end
  }

  /// Separates a command at the end of a line from the sentence that advises it.
  private func split(_ line: String) -> (text: String, command: String?) {
    guard let start = line.ranges(of: ": \(program) ").first else { return (line, nil) }
    let colon = line.index(after: start.lowerBound)
    return (String(line[..<colon]), String(line[line.index(after: colon)...]))
  }

  var isInteractive: Bool { console.isInteractive }
  var outputIsTerminal: Bool { console.outputIsTerminal }
  var columns: Int? { console.columns }
  var errorColumns: Int? { console.errorColumns }
  var rows: Int? { console.rows }
  func show(_ text: String) throws(ConsoleFault) { try console.show(text) }
  func page(_ text: String, through pager: Pager) -> Bool { console.page(text, through: pager) }
  func progress(_ text: String) { console.progress(text) }
  func readLine() -> String? { console.readLine() }
  func readKey() -> String? { console.readKey() }
  func nextLine() async -> String? { await console.nextLine() }
  func hiddenLine() throws(ConsoleFault) -> String? { try console.hiddenLine() }
  func readAll(limit: Int) -> [UInt8]? { console.readAll(limit: limit) }
}
