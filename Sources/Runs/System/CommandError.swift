package import Terminal
package import Transcript

/// An error that ends the program: one sentence, the advice, and the exit code.
package struct CommandError: Error, Hashable {
  package let exitCode: ExitCode
  /// The error in one sentence.
  package let message: String
  /// The advice, its command without the program's name, or `nil` for none.
  package let next: Advice?

  package init(_ exitCode: ExitCode, _ message: String, next: Advice? = nil) {
    self.exitCode = exitCode
    self.message = message
    self.next = next
  }
}

extension CommandError {
  /// Creates the error for a fault of the console.
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

  /// Reads a line without showing it, or returns `nil` at the end of input.
  func readSecret() throws(CommandError) -> String? {
    do { return try hiddenLine() } catch { throw CommandError(error) }
  }
}
