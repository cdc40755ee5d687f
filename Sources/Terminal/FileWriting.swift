#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Functions that write to an open file.
package enum FileWriting {
  /// Writes all bytes, and continues after a signal.
  ///
  /// - Parameters:
  ///   - bytes: The bytes to write.
  ///   - file: The descriptor of the file.
  /// - Returns: Whether all bytes were written; if not, `errno` contains the reason.
  package static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(file, $0) }
      guard count > 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  /// Writes all bytes to a device or a pipe.
  ///
  /// - Throws: `SystemFault` if it cannot be opened or written to.
  package static func write(_ bytes: [UInt8], toStream path: String) throws(SystemFault) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemFault() }
    defer { close(file) }
    guard write(bytes, to: file) else { throw SystemFault() }
  }
}

/// Calls the system's `write`, a name that `FileWriting` uses for its own function.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}

/// A file to which lines are appended, readable only by its owner.
package final class LineFile {
  private let descriptor: Int32

  /// Creates a line file by opening or creating it.
  ///
  /// - Throws: `SystemFault` if it cannot be opened.
  package init(appendingTo path: String) throws(SystemFault) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFault() }
    // An existing log may be readable by others.
    fchmod(descriptor, 0o600)
  }

  deinit { close(descriptor) }

  /// Appends a line with a single write.
  package func append(_ line: String) {
    _ = FileWriting.write(Array((line + "\n").utf8), to: descriptor)
  }
}
