import Terminal
import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file for a result, replaced as a whole or left unchanged.
///
/// Unlike `AtomicFile` it is one of the user's own files. So nothing is left next to it, no folder
/// is created, and its mode is the user's choice.
package struct ResultFile {
  package let path: String
  /// Whether only its owner may read it, because secrets are shown in it.
  package let isPrivate: Bool
  /// Whether it is a device or a pipe, which is written to and not replaced.
  private let isStream: Bool

  /// Creates a result file that can be written, or returns `nil` for standard output.
  ///
  /// - Parameters:
  ///   - path: The value of `--output`, where `-` and `/dev/stdout` mean standard output, or `nil`.
  ///   - isPrivate: Whether only its owner may read it.
  /// - Throws: `CommandError` with `cannotCreate`, before the run starts.
  package init?(_ path: String?, isPrivate: Bool) throws(CommandError) {
    guard let path, !["-", "/dev/stdout", "/dev/fd/1"].contains(path) else { return nil }
    try self.init(path: path, isPrivate: isPrivate)
  }

  private init(path: String, isPrivate: Bool) throws(CommandError) {
    self.path = path
    self.isPrivate = isPrivate
    var status = stat()
    let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    // A link in /dev leads to an open file: to replace it would break the link for every program.
    isStream = [S_IFCHR, S_IFIFO].contains(kind) || path.hasPrefix("/dev/")
    guard kind != S_IFDIR else { throw complaint("it is a folder") }
    guard !isStream else {
      guard access(path, W_OK) == 0 else { throw complaint(String(cString: strerror(errno))) }
      return
    }
    guard kind == S_IFREG else { throw complaint("it is not a regular file") }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else { throw complaint(String(cString: strerror(errno))) }
  }

  /// Replaces the file's content.
  ///
  /// - Throws: `CommandError` with `cannotCreate` or `inputOutput`. The file is then unchanged.
  package func replace(with text: String) throws(CommandError) {
    do {
      if isStream {
        try FileWriting.write(Array(text.utf8), toStream: path)
      } else {
        // A name that no other process uses.
        try FileReplacement(path: path, aside: "\(path).\(getpid()).new", isPrivate: isPrivate)
          .replace(with: Array(text.utf8), survivesPowerLoss: false)
      }
    } catch {
      let isFull = [ENOSPC, EDQUOT, EFBIG, EIO].contains(error.code)
      throw complaint(error.reason, isFull ? .inputOutput : .cannotCreate)
    }
  }

  private func complaint(_ reason: String, _ exitCode: ExitCode = .cannotCreate) -> CommandError {
    CommandError(
      exitCode, "The file \(path) could not be written: \(reason).",
      next: Advice("Choose another place with --output FILE."))
  }
}
