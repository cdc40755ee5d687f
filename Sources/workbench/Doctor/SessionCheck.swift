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

/// Checks that the session can be saved, and that others cannot read it.
struct SessionCheck {
  let file: SessionStore

  var checkup: Checkup {
    let session: Session
    do {
      session = try file.read()
    } catch {
      return Checkup("session", .fix, error.message + " Clear it with: workbench session reset")
    }
    var status = stat()
    let exists = stat(file.path, &status) == 0
    if exists, status.st_mode & 0o077 != 0 {
      return Checkup(
        "session", .fix, "other users can read \(file.path): chmod 600 \(file.path)")
    }
    guard canWrite else {
      return Checkup(
        "session", .fix,
        "the folder of \(file.path) is not writable: choose another file with --session PATH")
    }
    guard exists else { return Checkup("session", .ok, "\(file.path) does not exist yet") }
    let count = session.ordered.count
    return Checkup(
      "session", .ok,
      "\(file.path), readable only by you: \(session.flow.rawValue), \(session.mode.rawValue)"
        + (count == 1 ? ", 1 value" : ", \(count) values"))
  }

  /// Whether the file's folder, or its parent if it does not exist, is writable.
  private var canWrite: Bool {
    var folder = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "."
    if folder.isEmpty { folder = "/" }
    if access(folder, F_OK) == 0 { return access(folder, W_OK) == 0 }
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
    return access(parent.isEmpty ? "/" : parent, W_OK) == 0
  }
}
