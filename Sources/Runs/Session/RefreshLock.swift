package import Terminal
import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A lock that lets one program at a time refresh the tokens of a session.
///
/// If a refresh token works once, two simultaneous requests cost one program its tokens, or both.
/// The system releases the lock when the process ends.
package final class RefreshLock {
  /// The maximum wait for another program, in seconds: longer than any exchange.
  private static let patience = 60

  private let descriptor: Int32

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - file: The session whose tokens are refreshed.
  ///   - console: The console that shows the wait.
  /// - Throws: `CommandError` if the lock cannot be created, or another program does not finish.
  package init(on file: SessionStore, _ console: any Console) throws(CommandError) {
    let path = Self.path(of: file)
    for attempt in 0..<Self.patience * 10 {
      let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard lock >= 0 else {
        throw CommandError(
          .cannotCreate,
          "The lock file \(path) could not be created: \(String(cString: strerror(errno))).")
      }
      if flock(lock, LOCK_EX | LOCK_NB) == 0, Self.isFile(lock, at: path) {
        descriptor = lock
        return
      }
      close(lock)
      if attempt == 0 { console.hint("Another program is refreshing these tokens. Waiting …\n") }
      usleep(100_000)
    }
    throw CommandError(
      .inputOutput,
      "Another program has been refreshing these tokens for \(Self.patience) seconds.",
      next: Advice("Stop it, then try again", "refresh"))
  }

  deinit { close(descriptor) }

  /// Removes the lock file, unless a program holds the lock.
  static func removeFile(of file: SessionStore) {
    let path = path(of: file)
    let lock = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard lock >= 0 else { return }
    defer { close(lock) }
    if flock(lock, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
  }

  private static func path(of file: SessionStore) -> String { file.path + ".refresh" }

  /// Whether a descriptor is that of the file at a path: a lock on a removed file has no effect.
  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var mine = stat()
    var current = stat()
    return fstat(descriptor, &mine) == 0 && stat(path, &current) == 0
      && mine.st_ino == current.st_ino
  }
}
