package import Terminal
package import Transcript

/// Why the program ends early: one sentence, what to do next, and the exit code.
package struct CommandError: Error, Hashable {
  package let exitCode: ExitCode
  /// What was expected and what came, in one sentence.
  package let message: String
  /// What to do next, its command without the program's name; `nil` if there is nothing to do.
  package let next: Advice?

  package init(_ exitCode: ExitCode, _ message: String, next: Advice? = nil) {
    self.exitCode = exitCode
    self.message = message
    self.next = next
  }
}

extension CommandError {
  /// Says why a console cannot go on.
  package init(_ fault: ConsoleFault) {
    switch fault {
    case .interrupted: self.init(.interrupted, "Interrupted.")
    case .outputFailed(let fault):
      self.init(.inputOutput, "The output could not be written: \(fault.reason).")
    }
  }
}

extension Console {
  /// Writes to standard output: the transcript.
  package func write(_ text: String) throws(CommandError) {
    do { try show(text) } catch { throw CommandError(error) }
  }

  /// Reads a line without showing it; `nil` at the end of input.
  func readSecret() throws(CommandError) -> String? {
    do { return try hiddenLine() } catch { throw CommandError(error) }
  }
}
