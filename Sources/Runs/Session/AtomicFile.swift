import Terminal
import Transcript

/// A file of a session, replaced as a whole.
package struct AtomicFile {
  package let path: String

  /// Creates a file with a path.
  package init(path: String) {
    self.path = path
  }

  /// Replaces the file's content; only its owner may read it.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - survivesPowerLoss: Whether to wait until it is written to the disk.
  /// - Throws: `CommandError` with `cannotCreate`. The file then keeps its old content.
  package func replace(with bytes: [UInt8], survivesPowerLoss: Bool) throws(CommandError) {
    do {
      try LockedFile(path: path).replace(with: bytes, survivesPowerLoss: survivesPowerLoss)
    } catch {
      throw complaint(error, "written")
    }
  }

  /// Removes the file and any remains of a crash.
  ///
  /// - Throws: `CommandError` with `cannotCreate`.
  package func remove() throws(CommandError) {
    do { try LockedFile(path: path).remove() } catch { throw complaint(error, "removed") }
  }

  private func complaint(_ fault: SystemFault, _ participle: String) -> CommandError {
    CommandError(
      .cannotCreate, "The file \(path) could not be \(participle): \(fault.reason).",
      next: Advice("Choose another place with --session PATH."))
  }
}
