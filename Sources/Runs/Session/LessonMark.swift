import Terminal

/// The name of the last lesson read, kept next to the session.
///
/// It is a convenience: if it cannot be read or written, there is no error.
package struct LessonMark {
  /// The maximum length of the name, in bytes.
  private static let limit = 200

  private let path: String

  /// Creates the mark of a session.
  package init(nextTo session: SessionStore) { path = session.path + ".lesson" }

  /// Returns the name, or `nil` if there is none.
  package func read() -> String? {
    guard let bytes = try? FileReading.read(path: path, limit: Self.limit),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return text.split(separator: "\n").first.map(String.init)
  }

  /// Replaces the name.
  package func write(_ name: String) {
    try? LockedFile(path: path).replace(with: Array("\(name)\n".utf8), survivesPowerLoss: false)
  }

  /// Removes the file.
  ///
  /// - Throws: `CommandError` with `cannotCreate`.
  package func remove() throws(CommandError) { try AtomicFile(path: path).remove() }
}
