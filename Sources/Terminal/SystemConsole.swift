import HTTPMessages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The console on the program's standard input, output, and error.
package final class SystemConsole: Console {
  private let input: LineInput

  /// Creates a console on the standard streams.
  ///
  /// - Parameter width: Returns the number of terminal columns that a text occupies.
  package init(width: @escaping @Sendable (String) -> Int) {
    input = LineInput(descriptor: STDIN_FILENO, width: width)
  }

  package var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && outputIsTerminal }

  package var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  package var columns: Int? { size(STDOUT_FILENO).flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } }

  package var errorColumns: Int? {
    size(STDERR_FILENO).flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil }
  }

  package var rows: Int? { size(STDOUT_FILENO).flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } }

  private func size(_ descriptor: Int32) -> winsize? {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }

  package func page(_ text: String, through pager: Pager) -> Bool {
    pager.show(Harmless.printed(text))
  }

  package func show(_ text: String) throws(ConsoleFault) {
    guard FileWriting.write(Array(Harmless.printed(text).utf8), to: STDOUT_FILENO) else {
      throw .outputFailed(SystemFault())
    }
  }

  package func hint(_ text: String) {
    _ = FileWriting.write(Array(Harmless.printed(text).utf8), to: STDERR_FILENO)
  }

  package func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else {
      if !text.isEmpty { hint(text + "\n") }
      return
    }
    // Spaces instead of an escape sequence, which not every terminal has.
    let line = Harmless.line(String(text.prefix(Self.progressWidth)))
    let rest = String(repeating: " ", count: max(0, Self.progressWidth - line.count))
    let bytes = Array("\r\(line)\(rest)\(text.isEmpty ? "\r" : "")".utf8)
    _ = FileWriting.write(bytes, to: STDERR_FILENO)
  }

  /// The most columns of the line of progress, which a narrow terminal has too.
  private static let progressWidth = 30

  package func readLine() -> String? { input.line() }

  package func readKey() -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return input.line().map(Self.firstCharacter) }
    let key = input.key()
    // The terminal has echoed the key, so the text continues on the next line.
    if key != "" { hint("\n") }
    return key
  }

  private static func firstCharacter(of line: String) -> String {
    String(line.drop { $0 == " " }.prefix(1))
  }

  package func nextLine() async -> String? { await input.nextLine() }

  package func hiddenLine() throws(ConsoleFault) -> String? {
    isatty(STDIN_FILENO) == 1 ? try HiddenInput.readLine() : input.line()
  }

  package func readAll(limit: Int) -> [UInt8]? { input.rest(limit: limit) }
}
