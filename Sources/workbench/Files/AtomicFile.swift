import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is replaced as a whole: after a crash at any point it is the old one or the new one.
struct AtomicFile {
  /// The name of the folder that is ours alone.
  private static let ownFolder = ".workbench"

  let path: String

  /// Replaces the file's content; only its owner may read it.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - survivesPowerLoss: Whether to wait until the disk has it. The end of this process alone loses
  ///     nothing either way.
  /// - Throws: `Complaint` with `cannotCreate`; the old content is then still there.
  func replace(with bytes: [UInt8], survivesPowerLoss: Bool) throws(Complaint) {
    try makeFolder()
    let lock = try takeLock()
    defer { close(lock) }
    try writeAside(bytes, survivesPowerLoss)
    guard rename(temporaryPath, path) == 0 else { throw complaint() }
  }

  /// Removes the file and what a crash may have left of it.
  func remove() throws(Complaint) {
    guard access(path, F_OK) == 0 || access(temporaryPath, F_OK) == 0 || access(lockPath, F_OK) == 0
    else { return }
    let lock = try takeLock()
    defer { close(lock) }
    for path in [temporaryPath, path, lockPath] {
      guard unlink(path) == 0 || errno == ENOENT else { throw complaint() }
    }
  }

  private var lockPath: String { path + ".lock" }

  /// Waits until no other process writes; the lock ends with the process, however that ends.
  private func takeLock() throws(Complaint) -> Int32 {
    while true {
      let lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard lock >= 0 else { throw complaint() }
      while flock(lock, LOCK_EX) != 0 {
        guard errno == EINTR else {
          close(lock)
          throw complaint()
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

  /// Writes the content under another name.
  private func writeAside(_ bytes: [UInt8], _ survivesPowerLoss: Bool) throws(Complaint) {
    // What a crashed writer left; nobody else can be writing it while the lock is held.
    unlink(temporaryPath)
    let file = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw complaint() }
    defer { close(file) }
    guard FileWriting.write(bytes, to: file) else { throw complaint() }
    // Otherwise the rename could be on the disk before the content is.
    if survivesPowerLoss { guard Platform.synchronize(file) else { throw complaint() } }
  }

  /// Makes the folder, which tells git to leave it alone.
  private func makeFolder() throws(Complaint) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    let isNew = mkdir(folder, 0o700) == 0
    guard isNew || errno == EEXIST else { throw complaint() }
    // A crash may have left our own folder without it.
    if isNew || folder == Self.ownFolder || folder.hasSuffix("/" + Self.ownFolder) {
      let ignore = open(folder + "/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if ignore >= 0 {
        _ = write(ignore, "*\n", 2)
        close(ignore)
      }
    }
  }

  private func complaint() -> Complaint {
    Complaint(
      .cannotCreate, "The file \(path) could not be written: \(String(cString: strerror(errno))).",
      next: Advice("Choose another place with --session PATH."))
  }
}
