#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal or the pipes that the program was started with.
final class SystemConsole: Console {
  private let input = LineInput(descriptor: STDIN_FILENO)

  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && outputIsTerminal }

  var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  var columns: Int? { size.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } }

  var rows: Int? { size.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } }

  private var size: winsize? {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }

  func page(_ text: String, through pager: Pager) -> Bool { pager.show(text) }

  func write(_ text: String) throws(Complaint) {
    guard FileWriting.write(Array(text.utf8), to: STDOUT_FILENO) else {
      throw Complaint(
        .inputOutput, "The output could not be written: \(String(cString: strerror(errno))).")
    }
  }

  func hint(_ text: String) {
    _ = FileWriting.write(Array(text.utf8), to: STDERR_FILENO)
  }

  func readLine() -> String? { input.line() }

  func nextLine() async -> String? { await input.nextLine() }

  func readSecret() throws(Complaint) -> String? {
    isatty(STDIN_FILENO) == 1 ? try HiddenInput.readLine() : input.line()
  }

  func readAll(limit: Int) -> [UInt8]? { input.rest(limit: limit) }
}
