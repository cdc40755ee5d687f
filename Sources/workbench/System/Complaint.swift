import Transcript

/// Why the program ends early: one sentence, what to do next, and the exit code.
struct Complaint: Error, Hashable {
  let exitCode: ExitCode
  /// What was expected and what came, in one sentence.
  let message: String
  /// What to do next, its command without the program's name; `nil` if there is nothing to do.
  let next: Advice?

  init(_ exitCode: ExitCode, _ message: String, next: Advice? = nil) {
    self.exitCode = exitCode
    self.message = message
    self.next = next
  }
}
