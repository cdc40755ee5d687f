/// Why the program ends early: one sentence, what to do next, and the exit code.
struct Complaint: Error, Hashable {
  let exitCode: ExitCode
  /// What was expected and what came, in one sentence.
  let message: String
  /// What to do next, in one sentence; empty if there is nothing to do.
  let next: String

  init(_ exitCode: ExitCode, _ message: String, next: String = "") {
    self.exitCode = exitCode
    self.message = message
    self.next = next
  }
}
