#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line typed at the terminal without being shown.
enum HiddenInput {
  /// The longest line that is taken, in bytes.
  private static let limit = 4096

  /// Reads a line with echo and signals off, so that an interruption cannot leave the echo off.
  ///
  /// - Returns: The line; `nil` at the end of input.
  /// - Throws: `ConsoleFault.interrupted` for Ctrl-C.
  static func readLine() throws(ConsoleFault) -> String? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return Swift.readLine() }
    var hidden = before
    hidden.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
    return try collect()
  }

  private static func collect() throws(ConsoleFault) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(STDIN_FILENO, &byte, 1) == 1 {
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
