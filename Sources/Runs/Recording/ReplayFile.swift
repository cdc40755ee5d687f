import Terminal
import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A reader of a recording's files, which anyone may have written.
struct ReplayFile {
  /// The maximum size of a file, in bytes: that of a response body, with room for its header.
  private static let limit = 2 << 20

  package let folder: String

  /// Reads a file.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  package func read(_ name: String) throws(CommandError) -> [UInt8] {
    let path = folder + "/" + name
    var status = stat()
    // A link could lead to any of the user's files.
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw complaint("\(name) is not a regular file")
    }
    do {
      return try FileReading.read(path: path, limit: Self.limit)
    } catch {
      switch error {
      case .notFound: throw complaint("it has no file \(name)")
      case .tooLarge(let limit): throw complaint("\(name) is larger than \(limit) bytes")
      case .system(let reason): throw complaint("\(name): \(reason)")
      }
    }
  }

  /// Checks that the folder contains no other files.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  func checkNothingElse(than names: [String]) throws(CommandError) {
    let other = try RecordingFolder(path: folder).names().first { !names.contains($0) }
    if let other { throw complaint("it contains a file that does not belong to it: \(other)") }
  }

  package func complaint(_ reason: String) -> CommandError {
    CommandError(
      .unreadableInput, "The recording \(folder) cannot be replayed: \(reason).",
      next: Advice("Record a new run", "walk --mode practice --record DIR"))
  }
}
