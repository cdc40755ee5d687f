#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of this program that several processes can replace atomically, one at a time.
///
/// The lock is a separate file in the same folder, which is created if it does not exist.
package struct LockedFile {
  /// The name of the folder that only this program uses.
  private static let ownFolder = ".workbench"

  private let path: String

  /// Creates a locked file; the file itself is not accessed yet.
  package init(path: String) { self.path = path }

  /// Replaces the file's content, which only its owner may read.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - survivesPowerLoss: Whether to wait until the disk has stored it. If only the process ends,
  ///     nothing is lost either way.
  /// - Throws: `SystemFault` if the file was not replaced.
  package func replace(with bytes: [UInt8], survivesPowerLoss: Bool) throws(SystemFault) {
    try makeFolder()
    let lock = try takeLock()
    defer { close(lock) }
    // The lock ensures that no other process writes to the temporary file.
    try FileReplacement(path: path, aside: temporaryPath, isPrivate: true)
      .replace(with: bytes, survivesPowerLoss: survivesPowerLoss)
  }

  /// Removes the file, its lock, and any temporary file that a crash has left.
  ///
  /// - Throws: `SystemFault` if one of them could not be removed.
  package func remove() throws(SystemFault) {
    var exists = false
    for path in [path, temporaryPath, lockPath] where try Self.exists(path) { exists = true }
    guard exists else { return }
    let lock = try takeLock()
    defer { close(lock) }
    for path in [temporaryPath, path, lockPath] {
      guard unlink(path) == 0 || errno == ENOENT else { throw SystemFault() }
    }
  }

  /// Whether a file exists.
  ///
  /// - Throws: `SystemFault` if the system does not reveal it, as in an unreadable folder.
  private static func exists(_ path: String) throws(SystemFault) -> Bool {
    if access(path, F_OK) == 0 { return true }
    guard errno == ENOENT || errno == ENOTDIR else { throw SystemFault() }
    return false
  }

  private var lockPath: String { path + ".lock" }

  /// Waits until no other process writes; the system releases the lock when the process ends.
  private func takeLock() throws(SystemFault) -> Int32 {
    while true {
      let lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard lock >= 0 else { throw SystemFault() }
      while flock(lock, LOCK_EX) != 0 {
        let fault = SystemFault()
        guard fault.code == EINTR else {
          close(lock)
          throw fault
        }
      }
      // A process that removed the file meanwhile also removed this lock, so it would lock nothing.
      var mine = stat()
      var current = stat()
      if fstat(lock, &mine) == 0, stat(lockPath, &current) == 0, mine.st_ino == current.st_ino {
        return lock
      }
      close(lock)
    }
  }

  private var temporaryPath: String { path + ".new" }

  /// Creates the folder, with a `.gitignore` that makes git ignore it.
  private func makeFolder() throws(SystemFault) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    let isNew = mkdir(folder, 0o700) == 0
    guard isNew || errno == EEXIST else { throw SystemFault() }
    // After a crash, the program's own folder may lack it.
    if isNew || folder == Self.ownFolder || folder.hasSuffix("/" + Self.ownFolder) {
      let ignore = open(folder + "/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if ignore >= 0 {
        _ = write(ignore, "*\n", 2)
        close(ignore)
      }
    }
  }
}
