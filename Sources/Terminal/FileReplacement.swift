#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An atomic replacement of a file: after a crash, the file is either the old or the new one.
package struct FileReplacement {
  private let path: String
  private let aside: String
  private let isPrivate: Bool

  /// Creates a replacement; the file is not changed yet.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - aside: The path in the same folder to which the new content is written first. Two writers
  ///     must not use it at the same time.
  ///   - isPrivate: Whether only the owner may read the file; otherwise the umask decides.
  package init(path: String, aside: String, isPrivate: Bool) {
    self.path = path
    self.aside = aside
    self.isPrivate = isPrivate
  }

  /// Replaces the file's content.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - survivesPowerLoss: Whether to wait until the disk has stored it. If only the process ends,
  ///     nothing is lost either way.
  /// - Throws: `SystemFault` if the file was not replaced; the temporary file is then removed. If
  ///   only the folder could not be synchronized, the file is replaced, but a power loss can undo
  ///   that.
  package func replace(with bytes: [UInt8], survivesPowerLoss: Bool) throws(SystemFault) {
    // A crashed writer may have left this file.
    unlink(aside)
    // O_NOFOLLOW: a link planted at this path is not followed.
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let file = open(aside, flags, isPrivate ? 0o600 : 0o666)
    guard file >= 0 else { throw SystemFault() }
    var isWritten = FileWriting.write(bytes, to: file)
    // Without this, the rename could reach the disk before the content.
    if isWritten, survivesPowerLoss { isWritten = Platform.synchronize(file) }
    let code = errno
    // On a network file system, close may be the first to report a full disk.
    let isClosed = close(file) == 0
    guard isWritten, isClosed, rename(aside, path) == 0 else {
      let fault = SystemFault(isWritten ? errno : code)
      unlink(aside)
      throw fault
    }
    if survivesPowerLoss { try synchronizeFolder() }
  }

  /// Waits until the disk has stored the rename, which a power loss could otherwise undo.
  private func synchronizeFolder() throws(SystemFault) {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // The user may be allowed to write into a folder but not to list it.
    guard folder >= 0 else {
      guard errno == EACCES else { throw SystemFault() }
      return
    }
    let isSynchronized = Platform.synchronize(folder)
    let code = errno
    close(folder)
    // Some file systems cannot synchronize folders, and report EINVAL.
    guard isSynchronized || code == EINVAL else { throw SystemFault(code) }
  }
}
