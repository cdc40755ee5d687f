#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
