import Transcript

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file that holds the session: readable by its owner only, and replaced as a whole.
struct SessionFile {
  /// Where the session lies unless `--session` says otherwise.
  static let defaultPath = ".workbench/session.json"
  /// The largest session that is read, in bytes.
  private static let limit = 1 << 20

  let path: String

  /// Reads the session; an empty one where there is no file.
  ///
  /// - Throws: `Complaint` for a file that is no session.
  func read() throws(Complaint) -> Session {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.read(path: path, limit: Self.limit)
    } catch {
      switch error {
      case .notFound: return Session()
      case .tooLarge: throw unreadable("it is larger than any session")
      case .system(let reason): throw unreadable(reason)
      }
    }
    guard let session = try? JSONDecoder().decode(Session.self, from: Data(bytes)) else {
      throw unreadable("it is no session of this program")
    }
    guard session.version == Session.currentVersion else {
      throw unreadable("it was written by another version of this program")
    }
    return session
  }

  /// Replaces the session.
  ///
  /// - Throws: `Complaint` if that fails; the file is then as it was.
  func write(_ session: Session) throws(Complaint) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(session) else {
      throw Complaint(.cannotCreate, "The session could not be written as JSON.")
    }
    // A recorded value can be had again; what a server issued cannot.
    try AtomicFile(path: path).replace(
      with: Array(data) + [0x0A], survivesPowerLoss: session.mode != .dryRun)
  }

  private func unreadable(_ reason: String) -> Complaint {
    Complaint(
      .unreadableInput, "The session \(path) cannot be read: \(reason).",
      next: Advice("Type", "session reset"))
  }
}
