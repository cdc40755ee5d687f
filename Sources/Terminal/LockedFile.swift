#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of the program's own that several processes replace: one at a time, and each time as a whole.
///
/// A file beside it is the lock, and its folder is made if it is missing.
package struct LockedFile {
  /// The name of the folder that is ours alone.
  private static let ownFolder = ".workbench"

  private let path: String

  /// Names a file; nothing is done to it yet.
  package init(path: String) { self.path = path }

  /// Replaces the file's content; only its owner may read it.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - survivesPowerLoss: Whether to wait until the disk has it. The end of this process alone loses
  ///     nothing either way.
  /// - Throws: `SystemFault`; the old content is then still there.
  package func replace(with bytes: [UInt8], survivesPowerLoss: Bool) throws(SystemFault) {
    try makeFolder()
    let lock = try takeLock()
    defer { close(lock) }
    // Nobody else can be writing aside while the lock is held.
    try FileReplacement(path: path, aside: temporaryPath, isPrivate: true)
      .replace(with: bytes, survivesPowerLoss: survivesPowerLoss)
  }

  /// Removes the file and what a crash may have left of it.
  ///
  /// - Throws: `SystemFault` if it is still there.
  package func remove() throws(SystemFault) {
    var isThere = false
    for path in [path, temporaryPath, lockPath] where try Self.exists(path) { isThere = true }
    guard isThere else { return }
    let lock = try takeLock()
    defer { close(lock) }
    for path in [temporaryPath, path, lockPath] {
      guard unlink(path) == 0 || errno == ENOENT else { throw SystemFault() }
    }
  }

  /// Whether a file exists.
  ///
  /// - Throws: `SystemFault` if the system does not tell, as in a folder that must not be read.
  private static func exists(_ path: String) throws(SystemFault) -> Bool {
    if access(path, F_OK) == 0 { return true }
    guard errno == ENOENT || errno == ENOTDIR else { throw SystemFault() }
    return false
  }

  private var lockPath: String { path + ".lock" }

  /// Waits until no other process writes; the lock ends with the process, however that ends.
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
      // Somebody who removed the file meanwhile removed this lock, too: it would lock nothing.
      var mine = stat()
      var current = stat()
      if fstat(lock, &mine) == 0, stat(lockPath, &current) == 0, mine.st_ino == current.st_ino {
        return lock
      }
      close(lock)
    }
  }

  private var temporaryPath: String { path + ".new" }

  /// Makes the folder, which tells git to leave it alone.
  private func makeFolder() throws(SystemFault) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    let isNew = mkdir(folder, 0o700) == 0
    guard isNew || errno == EEXIST else { throw SystemFault() }
    // A crash may have left our own folder without it.
    if isNew || folder == Self.ownFolder || folder.hasSuffix("/" + Self.ownFolder) {
      let ignore = open(folder + "/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if ignore >= 0 {
        _ = write(ignore, "*\n", 2)
        close(ignore)
      }
    }
  }
}
