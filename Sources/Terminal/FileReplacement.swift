#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The replacement of a file as a whole: after a crash at any point it is the old one or the new one.
package struct FileReplacement {
  private let path: String
  private let aside: String
  private let isPrivate: Bool

  /// Names a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - aside: The name in the same folder under which the new content is written first; no two writers
  ///     may have the same at a time.
  ///   - isPrivate: Whether only its owner may read it; otherwise everybody whom the user lets.
  package init(path: String, aside: String, isPrivate: Bool) {
    self.path = path
    self.aside = aside
    self.isPrivate = isPrivate
  }

  /// Replaces the content.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - survivesPowerLoss: Whether to wait until the disk has it. The end of this process alone loses
  ///     nothing either way.
  /// - Throws: `SystemFault`. Nothing is left beside the file then, and its content is the old one; if only
  ///   the folder could not be synchronized, it is the new one, which a power loss may undo.
  package func replace(with bytes: [UInt8], survivesPowerLoss: Bool) throws(SystemFault) {
    // What a crashed writer left.
    unlink(aside)
    // A link that somebody put there is not followed.
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let file = open(aside, flags, isPrivate ? 0o600 : 0o666)
    guard file >= 0 else { throw SystemFault() }
    var isWritten = FileWriting.write(bytes, to: file)
    // Otherwise the rename could be on the disk before the content is.
    if isWritten, survivesPowerLoss { isWritten = Platform.synchronize(file) }
    let code = errno
    // A file on a network may learn only here that there is no room.
    let isClosed = close(file) == 0
    guard isWritten, isClosed, rename(aside, path) == 0 else {
      let fault = SystemFault(isWritten ? errno : code)
      unlink(aside)
      throw fault
    }
    if survivesPowerLoss { try synchronizeFolder() }
  }

  /// Waits until the disk has the new name: the file alone would be found under its old one.
  private func synchronizeFolder() throws(SystemFault) {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // One may write into a folder and not be allowed to list it.
    guard folder >= 0 else {
      guard errno == EACCES else { throw SystemFault() }
      return
    }
    let isSynchronized = Platform.synchronize(folder)
    let code = errno
    close(folder)
    // Some file systems do not synchronize folders, and say so.
    guard isSynchronized || code == EINVAL else { throw SystemFault(code) }
  }
}
