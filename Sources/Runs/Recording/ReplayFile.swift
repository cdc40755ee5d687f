import Terminal
import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the files of a recording, which anybody may have written.
struct ReplayFile {
  /// The largest file that is read, in bytes: an answer of the largest size that is read, with its head.
  private static let limit = 2 << 20

  package let folder: String

  /// Reads a file.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  package func read(_ name: String) throws(CommandError) -> [UInt8] {
    let path = folder + "/" + name
    var status = stat()
    // A link could lead to any file of the user's.
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw complaint("\(name) is no ordinary file")
    }
    do {
      return try FileReading.read(path: path, limit: Self.limit)
    } catch {
      switch error {
      case .notFound: throw complaint("it has no file \(name)")
      case .tooLarge(let limit): throw complaint("\(name) has more than \(limit) bytes")
      case .system(let reason): throw complaint("\(name): \(reason)")
      }
    }
  }

  /// Refuses a folder with files that no recording has.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  func checkNothingElse(than names: [String]) throws(CommandError) {
    let other = try RecordingFolder(path: folder).names().first { !names.contains($0) }
    if let other { throw complaint("it holds a file that does not belong to it: \(other)") }
  }

  package func complaint(_ reason: String) -> CommandError {
    CommandError(
      .unreadableInput, "The recording \(folder) cannot be played: \(reason).",
      next: Advice("Make a new one", "walk --mode practice --record DIR"))
  }
}
