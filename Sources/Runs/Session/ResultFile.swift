import Terminal
import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file that a result is written into: replaced as a whole, or left as it was.
///
/// Unlike `AtomicFile` it lies among the user's own files, so nothing is left beside it, no folder is
/// made, and others may read it as far as the user lets them.
package struct ResultFile {
  package let path: String
  /// Whether only its owner may read it, because secrets are shown in it.
  package let isPrivate: Bool

  /// Names a file that can be written.
  ///
  /// - Parameters:
  ///   - path: Where it is to be.
  ///   - isPrivate: Whether only its owner may read it.
  /// - Throws: `CommandError` with `cannotCreate`, before a run was made for nothing.
  package init(path: String, isPrivate: Bool) throws(CommandError) {
    self.path = path
    self.isPrivate = isPrivate
    var status = stat()
    // To replace a folder, a device or a pipe is never what somebody wants.
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw complaint("it is no ordinary file") }
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else { throw complaint(String(cString: strerror(errno))) }
  }

  /// Replaces the file's content.
  ///
  /// - Throws: `CommandError` with `cannotCreate` or `inputOutput`; the file is then as it was.
  package func replace(with text: String) throws(CommandError) {
    // A name that no other process uses.
    let file = FileReplacement(
      path: path, aside: "\(path).\(getpid()).new", isPrivate: isPrivate)
    do {
      try file.replace(with: Array(text.utf8), survivesPowerLoss: false)
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
