#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writing to a file that is open.
package enum FileWriting {
  /// Writes all bytes, going on where a signal interrupted it.
  ///
  /// - Parameters:
  ///   - bytes: What is to be written.
  ///   - file: The descriptor.
  /// - Returns: Whether all was written; if not, `errno` says why.
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
  /// - Throws: `SystemFault` if it cannot be opened, or takes nothing more.
  package static func write(_ bytes: [UInt8], toStream path: String) throws(SystemFault) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemFault() }
    defer { close(file) }
    guard write(bytes, to: file) else { throw SystemFault() }
  }
}

/// Out here the name means the system's call; within `FileWriting` it would mean its own function.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}

/// A file to which lines are appended, readable by its owner only.
package final class LineFile {
  private let descriptor: Int32

  /// Opens the file, or makes it.
  ///
  /// - Throws: `SystemFault` if that does not succeed.
  package init(appendingTo path: String) throws(SystemFault) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFault() }
    // A log that was there before may be open to others.
    fchmod(descriptor, 0o600)
  }

  deinit { close(descriptor) }

  /// Appends a line in one piece.
  package func append(_ line: String) {
    _ = FileWriting.write(Array((line + "\n").utf8), to: descriptor)
  }
}
