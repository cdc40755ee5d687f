import Terminal
import Transcript

/// The rescue of issued tokens that could not be written to the session file.
///
/// A rotated refresh token works once (RFC 9700 §4.14.2), so only its successor is still valid.
struct SessionRescue {
  package let store: SessionStore
  package let session: Session
  /// The folders to try, in order, after a path that the user types.
  package var folders = [".", "/tmp"]

  /// Writes the session to another file, and returns the error that names it or reports the loss.
  ///
  /// - Parameter fault: The error that kept the session from being written.
  /// - Returns: The error that ends the command.
  package func complaint(after fault: CommandError) -> CommandError {
    let start = "The server issued new tokens, but they could not be saved. \(fault.message)"
    for path in places {
      let place = SessionStore(path: path, console: store.console)
      guard (try? place.replace(with: session)) != nil else { continue }
      return CommandError(
        .cannotCreate, "\(start) They are in \(path) instead.",
        next: Advice("Continue with them", "session --session \(path)"))
    }
    return CommandError(
      .cannotCreate,
      "\(start) No other file could be written, so they are lost and the user must authorize "
        + "again.",
      next: Suggestion("Free some space, then start again", .walk)
        .advice(in: RunPlace(flow: session.flow, mode: session.mode)))
  }

  private var places: [String] {
    let name = "workbench-session-\(session.expiry).json"
    return [typedPath].compactMap(\.self) + folders.map { $0 == "." ? name : "\($0)/\(name)" }
  }

  private var typedPath: String? {
    guard store.console.isInteractive else { return nil }
    store.console.hint(
      "\nThe new tokens could not be saved in \(store.path). Type a path to save them to: ")
    let line = store.console.readLine() ?? ""
    return line.isEmpty ? nil : line
  }
}

extension Session {
  /// A part of a file name that differs from one issued token to the next.
  fileprivate var expiry: String {
    let text = values["expires_at"]?.value ?? "rescued"
    return String(text.filter { $0.isLetter || $0.isNumber })
  }
}
