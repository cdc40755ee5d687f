#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal or the pipes that the program was started with.
final class SystemConsole: Console {
  var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && outputIsTerminal }

  var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  func write(_ text: String) throws(Complaint) {
    guard FileWriting.write(Array(text.utf8), to: STDOUT_FILENO) else {
      throw Complaint(
        .inputOutput, "The output could not be written: \(String(cString: strerror(errno))).")
    }
  }

  func hint(_ text: String) {
    _ = FileWriting.write(Array(text.utf8), to: STDERR_FILENO)
  }

  func readLine() -> String? { Swift.readLine() }

  func readSecret() throws(Complaint) -> String? {
    guard let line = try HiddenInput.readLine() else { return nil }
    return line
  }

  func readAll(limit: Int) -> [UInt8]? {
    FileReading.read(descriptor: STDIN_FILENO, limit: limit)
  }
}
