package import Terminal
import Transcript
package import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The only reader and writer of the session file, which never loses real tokens.
///
/// Tokens of live mode are real, also those of a practice server. A write that would replace them
/// sets them aside first, in whichever mode.
package struct SessionStore {
  /// The path of the session file unless `--session` names another one.
  package static let defaultPath = ".workbench/session.json"
  /// The maximum size of a session, in bytes.
  private static let limit = 1 << 20

  package let path: String
  package let console: any Console

  /// The file that keeps real tokens when another session replaces theirs.
  private var previous: SessionStore { SessionStore(path: path + ".previous", console: console) }

  /// Reads the session, or returns an empty one if there is no file.
  ///
  /// - Throws: `CommandError` if the file is not a session.
  package func read() throws(CommandError) -> Session {
    try checkKind()
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
      throw unreadable("it is not a workbench session")
    }
    guard session.version == Session.currentVersion else {
      throw unreadable("it was written by another version of this program")
    }
    // Later code subtracts it from the present time.
    guard PendingRequest.times.contains(session.pending?.sentAt ?? 0) else {
      throw unreadable("the time of its last request is invalid")
    }
    return session
  }

  /// Returns the session for a new transaction, with the values that describe the client.
  ///
  /// - Parameters:
  ///   - flow: The flow that starts.
  ///   - mode: The mode in which it starts.
  ///   - server: The server that the options name, or `nil` to keep the session's.
  /// - Returns: The session, not yet written.
  /// - Throws: `CommandError` if the file is not a session.
  package func beginAuthorization(
    _ flow: Flow, in mode: Mode, at server: AuthorizationServer?
  ) throws(CommandError) -> Session {
    var session = try read()
    session.beginAuthorization(flow, in: mode, at: server)
    return session
  }

  /// Replaces the session, after setting aside real tokens of another transaction.
  ///
  /// - Parameters:
  ///   - session: The new session.
  ///   - hasNewTokens: Whether a server has just issued its tokens. If they are real and the file
  ///     cannot be written, they are written to another file.
  /// - Throws: `CommandError` if that fails. The file is then unchanged.
  package func write(_ session: Session, hasNewTokens: Bool = false) throws(CommandError) {
    try setAside(for: session)
    do {
      try replace(with: session)
    } catch {
      guard hasNewTokens, session.hasRealTokens else { throw error }
      throw SessionRescue(store: self, session: session).complaint(after: error)
    }
  }

  /// Removes the session and the tokens that were set aside.
  package func remove() throws(CommandError) {
    try checkKind()
    try AtomicFile(path: previous.path).remove()
    try AtomicFile(path: path).remove()
    RefreshLock.removeFile(of: self)
  }

  /// Checks that the path is not a folder, which could be neither read nor removed as a session.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  func checkKind() throws(CommandError) {
    guard path.hasSuffix("/") || ExecutablePath.isFolder(path) else { return }
    throw CommandError(
      .unreadableInput, "\(path) is a folder, not a session file.",
      next: Advice("Name a file, such as \(Option.session.name) \(Self.defaultPath)"))
  }

  /// Writes the session without checking what it replaces.
  package func replace(with session: Session) throws(CommandError) {
    try checkKind()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(session) else {
      throw CommandError(.cannotCreate, "The session could not be written as JSON.")
    }
    // Recorded values can be read again. Issued tokens cannot.
    try AtomicFile(path: path).replace(
      with: Array(data) + [0x0A], survivesPowerLoss: session.mode != .dryRun)
  }

  private func setAside(for session: Session) throws(CommandError) {
    // Every command reads the file first, so none replaces a file that is not a session.
    guard let existing = try? read(), existing.hasRealTokens, !session.continues(existing) else {
      return
    }
    let older = try? previous.read()
    try previous.replace(with: existing)
    console.hint("The previous tokens were moved to \(previous.path)\n")
    if let older, older.hasRealTokens, older != existing {
      console.hint("They replaced older tokens in that file, which are lost.\n")
    }
  }

  private func unreadable(_ reason: String) -> CommandError {
    CommandError(
      .unreadableInput, "The session \(path) cannot be read: \(reason).",
      next: Advice("Clear the session", "session reset"))
  }
}

extension Session {
  /// Whether it has tokens that a server issued in live mode.
  var hasRealTokens: Bool {
    mode == .live && (values["access_token"] != nil || values["refresh_token"] != nil)
  }

  /// Whether it belongs to the same transaction as an earlier session, whose tokens it may replace.
  ///
  /// A refresh replaces tokens with their successors. A new transaction has no tokens at first.
  package func continues(_ earlier: Session) -> Bool {
    hasRealTokens && flow == earlier.flow && server == earlier.server
  }
}
