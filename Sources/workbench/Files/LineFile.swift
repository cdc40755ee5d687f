import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to which lines are appended, readable by its owner only.
final class LineFile {
  private let descriptor: Int32

  /// Opens the file, or makes it.
  ///
  /// - Throws: `Complaint` with `cannotCreate`.
  init(appendingTo path: String) throws(Complaint) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    // A log that was there before may be open to others.
    if descriptor >= 0 { fchmod(descriptor, 0o600) }
    guard descriptor >= 0 else {
      throw Complaint(
        .cannotCreate, "The log \(path) cannot be written: \(String(cString: strerror(errno))).",
        next: Advice("Choose another file with --log FILE."))
    }
  }

  deinit { close(descriptor) }

  /// Appends a line in one piece.
  func append(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
