import Terminal
import Transcript
package import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder of a recording, which contains nothing else.
package struct RecordingFolder {
  package let path: String

  /// Creates the folder if it is missing, before the run starts.
  ///
  /// - Throws: `CommandError` with `cannotCreate` if it contains other files or cannot be written.
  package func prepare() throws(CommandError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unwritable(errno) }
    if let other = try names().first(where: { !Self.isOurs($0) }) {
      throw CommandError(
        .cannotCreate,
        "The folder \(path) contains something other than a recording: \(other).",
        next: Advice("Name a new or empty folder: --record DIR"))
    }
    guard access(path, W_OK) == 0 else { throw unwritable(errno) }
  }

  /// Replaces the recording.
  ///
  /// The file of the run is removed first and written last. Without it there is no recording, so a
  /// mixture of two is never mistaken for one.
  ///
  /// - Throws: `CommandError` with `cannotCreate`.
  package func write(_ recording: RunRecording) throws(CommandError) {
    let lock = try takeLock()
    defer { close(lock) }
    try prepare()
    try remove([RecordedRun.fileName])
    try remove(try names().filter { recording.messages[$0] == nil })
    for (name, bytes) in recording.messages.sorted(by: { $0.key < $1.key }) {
      try replace(name, with: bytes)
    }
    try replace(RecordedRun.fileName, with: try Self.bytes(of: recording.run))
  }

  /// Returns the content of the file about a run.
  package static func bytes(of run: RecordedRun) throws(CommandError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(run) else {
      throw CommandError(.cannotCreate, "The run could not be written as JSON.")
    }
    return Array(data) + [0x0A]
  }

  /// Returns the names in the folder, except those that a system or an editor adds to any folder.
  package func names() throws(CommandError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !isOverlooked($0) }.sorted()
    } catch {
      throw CommandError(
        .cannotCreate, "The folder \(path) cannot be listed.",
        next: Advice("Name one of your own folders: --record DIR"))
    }
  }

  /// Whether a file is ignored: a regular file whose name starts with a dot, except `.git`.
  ///
  /// Finder leaves a `.DS_Store` in each folder that it shows. A repository has a `.git` folder or
  /// file.
  private func isOverlooked(_ name: String) -> Bool {
    guard name.hasPrefix("."), name != ".git" else { return false }
    var status = stat()
    return lstat(file(name), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static let asideSuffix = ".new"

  /// Whether a file is one of a recording, or the remains of one after a crash.
  private static func isOurs(_ name: String) -> Bool {
    let plain = name.hasSuffix(asideSuffix) ? String(name.dropLast(asideSuffix.count)) : name
    return RecordedRun.fileNames.contains(plain)
  }

  /// Waits until no other program records here, with a lock that the system releases at exit.
  private func takeLock() throws(CommandError) -> Int32 {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw unwritable(errno) }
    while flock(folder, LOCK_EX) != 0 {
      guard errno == EINTR else {
        close(folder)
        throw unwritable(errno)
      }
    }
    return folder
  }

  private func remove(_ names: [String]) throws(CommandError) {
    for name in names where unlink(file(name)) != 0 && errno != ENOENT { throw unwritable(errno) }
  }

  /// Replaces one file as a whole, readable only by its owner.
  private func replace(_ name: String, with bytes: [UInt8]) throws(CommandError) {
    do {
      try FileReplacement(
        path: file(name), aside: file(name + Self.asideSuffix), isPrivate: true
      ).replace(with: bytes, survivesPowerLoss: true)
    } catch {
      throw unwritable(error.code)
    }
  }

  private func file(_ name: String) -> String { path + "/" + name }

  private func unwritable(_ number: Int32) -> CommandError {
    CommandError(
      .cannotCreate,
      "The recording \(path) could not be written: \(String(cString: strerror(number))).",
      next: Advice("Choose another folder with --record DIR."))
  }
}

extension RecordingFolder {
  /// Creates the folder that the options name, or returns `nil` if they name none.
  ///
  /// - Throws: `CommandError` with `usage` in dry-run mode, where there is nothing to record.
  package init?(_ choices: Choices, _ mode: Mode) throws(CommandError) {
    guard let path = choices.value(.record) else { return nil }
    guard mode != .dryRun else {
      throw CommandError(
        .usage, "In dry-run mode every response is already a recording.",
        next: Advice("Record the practice server", "walk --mode practice --record DIR"))
    }
    self.init(path: path)
  }
}
