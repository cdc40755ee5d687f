package import Terminal
import Transcript
package import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The one owner of the session file: reads it, starts an authorization, and writes without losing tokens.
///
/// What matters is not which mode starts, but what would be lost. Tokens of live mode are real, also those
/// of a practice server, and a write that would replace them sets them aside first.
package struct SessionStore {
  /// The path of the session file unless `--session` names another one.
  package static let defaultPath = ".workbench/session.json"
  /// The largest session that is read, in bytes.
  private static let limit = 1 << 20

  package let path: String
  package let console: any Console

  /// The file in which real tokens are kept when another session replaces theirs.
  private var previous: SessionStore { SessionStore(path: path + ".previous", console: console) }

  /// Reads the session; an empty one if there is no file.
  ///
  /// - Throws: `CommandError` for a file that is not a session.
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
      throw unreadable("it is no session of this program")
    }
    guard session.version == Session.currentVersion else {
      throw unreadable("it was written by another version of this program")
    }
    // Later code subtracts it from the present time.
    guard PendingRequest.times.contains(session.pending?.sentAt ?? 0) else {
      throw unreadable("it has a request sent at a time that does not exist")
    }
    return session
  }

  /// Returns the session from which an authorization starts: what describes the client is kept.
  ///
  /// - Parameters:
  ///   - flow: The flow that starts.
  ///   - mode: The mode in which it starts.
  ///   - server: The server that the options name; `nil` to stay with the session's.
  /// - Returns: The session, not yet written.
  /// - Throws: `CommandError` for a file that is not a session.
  package func beginAuthorization(
    _ flow: Flow, in mode: Mode, at server: AuthorizationServer?
  ) throws(CommandError) -> Session {
    var session = try read()
    session.beginAuthorization(flow, in: mode, at: server)
    return session
  }

  /// Replaces the session; real tokens that it does not continue are set aside first.
  ///
  /// - Parameters:
  ///   - session: The new session.
  ///   - hasNewTokens: Whether a server has just issued its tokens. If they are real and the file cannot be
  ///     written, they are written to another place.
  /// - Throws: `CommandError` if that fails; the file is then unchanged.
  package func write(_ session: Session, hasNewTokens: Bool = false) throws(CommandError) {
    try setAside(for: session)
    do {
      try replace(with: session)
    } catch {
      guard hasNewTokens, session.hasRealTokens else { throw error }
      throw SessionRescue(store: self, session: session).complaint(after: error)
    }
  }

  /// Removes the session, and what was set aside.
  package func remove() throws(CommandError) {
    try checkKind()
    try AtomicFile(path: previous.path).remove()
    try AtomicFile(path: path).remove()
    RefreshLock.removeFile(of: self)
  }

  /// A folder cannot be a session, nor can it be emptied like one.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  func checkKind() throws(CommandError) {
    guard path.hasSuffix("/") || ExecutablePath.isFolder(path) else { return }
    throw CommandError(
      .unreadableInput, "\(path) is a folder, and a session is a file.",
      next: Advice("Name a file, such as \(Option.session.name) \(Self.defaultPath)"))
  }

  /// Writes the session without asking what it replaces.
  package func replace(with session: Session) throws(CommandError) {
    try checkKind()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(session) else {
      throw CommandError(.cannotCreate, "The session could not be written as JSON.")
    }
    // A recorded value can be had again. What a server issued cannot.
    try AtomicFile(path: path).replace(
      with: Array(data) + [0x0A], survivesPowerLoss: session.mode != .dryRun)
  }

  private func setAside(for session: Session) throws(CommandError) {
    // A file that is not a session is replaced by nobody: every command reads it first.
    guard let existing = try? read(), existing.hasRealTokens, !session.continues(existing) else {
      return
    }
    let older = try? previous.read()
    try previous.replace(with: existing)
    console.hint("The tokens so far are kept in \(previous.path)\n")
    if let older, older.hasRealTokens, older != existing {
      console.hint("They replace older tokens in that file, which are gone.\n")
    }
  }

  private func unreadable(_ reason: String) -> CommandError {
    CommandError(
      .unreadableInput, "The session \(path) cannot be read: \(reason).",
      next: Advice("Type", "session reset"))
  }
}

extension Session {
  /// Whether it has tokens that a server of live mode issued.
  var hasRealTokens: Bool {
    mode == .live && (values["access_token"] != nil || values["refresh_token"] != nil)
  }

  /// Whether it belongs to the same authorization as an earlier one, whose tokens it may replace.
  ///
  /// A refresh replaces tokens by their successors. A new authorization has no tokens at first.
  package func continues(_ earlier: Session) -> Bool {
    hasRealTokens && flow == earlier.flow && server == earlier.server
  }
}
