#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a line that is typed at the terminal without echo.
enum HiddenInput {
  /// The most bytes of a line; further ones are discarded.
  private static let limit = 4096

  /// Reads a line without echo; the echo is restored even if a signal ends the program.
  ///
  /// - Returns: The line, or `nil` at the end of input.
  /// - Throws: `ConsoleFault.interrupted` if the user pressed Ctrl-C.
  static func readLine() throws(ConsoleFault) -> String? {
    try OpenLine.with(STDIN_FILENO, isHidden: true) { _ throws(ConsoleFault) in try collect() }
  }

  private static func collect() throws(ConsoleFault) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      // Continues after a signal that did not end the program.
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { break }
      switch byte {
      case 0x03: throw .interrupted
      case 0x04 where line.isEmpty: return nil
      case 0x0A, 0x0D: return String(decoding: line, as: UTF8.self)
      case 0x08, 0x7F: line = Array(String(decoding: line, as: UTF8.self).dropLast().utf8)
      default: if line.count < limit { line.append(byte) }
      }
    }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
