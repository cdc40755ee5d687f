/// The exit code of the program, from sysexits.h where possible.
package enum ExitCode: Int32, CaseIterable {
  /// The command succeeded.
  case done = 0
  /// A step failed, or two compared values differ.
  case stepFailed = 1
  /// The command line was not understood.
  case usage = 64
  /// A file or a value cannot be read, or its syntax is invalid.
  case unreadableInput = 65
  /// The server is unreachable, or shut down permanently.
  case unavailable = 69
  /// A file could not be written.
  case cannotCreate = 73
  /// An input or output error occurred.
  case inputOutput = 74
  /// Interrupted at a prompt.
  case interrupted = 130

  /// The meaning of the code, for the help.
  package var meaning: String {
    switch self {
    case .done: "done"
    case .stepFailed: "a step or a case failed, or two compared values differ"
    case .usage: "the command line was not understood"
    case .unreadableInput: "an input file or a value cannot be read, or its syntax is invalid"
    case .unavailable: "the server is unreachable, or gone, or a program cannot be started"
    case .cannotCreate: "a file could not be written"
    case .inputOutput: "an input or output error occurred"
    case .interrupted: "interrupted"
    }
  }
}
