import Runs
import Transcript
import Vocabulary

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the session can be kept, and whether others could read it.
struct SessionCheck {
  let file: SessionStore

  var checkup: Checkup {
    let session: Session
    do {
      session = try file.read()
    } catch {
      return Checkup("session", .fix, error.message + " Empty it with: workbench session reset")
    }
    var status = stat()
    let isThere = stat(file.path, &status) == 0
    if isThere, status.st_mode & 0o077 != 0 {
      return Checkup(
        "session", .fix, "\(file.path) can be read by others: chmod 600 \(file.path)")
    }
    guard canWrite else {
      return Checkup(
        "session", .fix,
        "no file can be written beside \(file.path): choose another place with --session PATH")
    }
    guard isThere else { return Checkup("session", .ok, "\(file.path) is not there yet") }
    let names = session.ordered.map(\.name).joined(separator: ", ")
    return Checkup(
      "session", .ok,
      "\(file.path), yours alone: \(session.flow.rawValue), \(session.mode.rawValue)"
        + (names.isEmpty ? "" : ", with \(names)"))
  }

  /// Whether the folder, or the one in which it is to be made, can be written.
  private var canWrite: Bool {
    var folder = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "."
    if folder.isEmpty { folder = "/" }
    if access(folder, F_OK) == 0 { return access(folder, W_OK) == 0 }
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
    return access(parent.isEmpty ? "/" : parent, W_OK) == 0
  }
}
