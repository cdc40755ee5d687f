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
    guard put(text, to: STDOUT_FILENO) else {
      throw Complaint(
        .inputOutput, "The output could not be written: \(String(cString: strerror(errno))).")
    }
  }

  func hint(_ text: String) {
    _ = put(text, to: STDERR_FILENO)
  }

  func readLine() -> String? { Swift.readLine() }

  func readSecret() throws(Complaint) -> String? {
    guard let line = try HiddenInput.readLine() else { return nil }
    return line
  }

  func readAll(limit: Int) -> [UInt8]? {
    FileReading.read(descriptor: STDIN_FILENO, limit: limit)
  }

  /// Writes all of a text, going on where a signal interrupted it.
  private func put(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if written < 0, errno != EINTR { return false }
      rest = rest.dropFirst(max(0, written))
    }
    return true
  }

  private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
