import Terminal
import Transcript

/// A file that belongs to a session, replaced as a whole.
struct AtomicFile {
  let path: String

  /// Replaces the file's content; only its owner may read it.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - survivesPowerLoss: Whether to wait until the disk has it.
  /// - Throws: `Complaint` with `cannotCreate`; the old content is then still there.
  func replace(with bytes: [UInt8], survivesPowerLoss: Bool) throws(Complaint) {
    do {
      try LockedFile(path: path).replace(with: bytes, survivesPowerLoss: survivesPowerLoss)
    } catch {
      throw complaint(error)
    }
  }

  /// Removes the file and what a crash may have left of it.
  ///
  /// - Throws: `Complaint` with `cannotCreate`.
  func remove() throws(Complaint) {
    do { try LockedFile(path: path).remove() } catch { throw complaint(error) }
  }

  private func complaint(_ fault: SystemFault) -> Complaint {
    Complaint(
      .cannotCreate, "The file \(path) could not be written: \(fault.reason).",
      next: Advice("Choose another place with --session PATH."))
  }
}
