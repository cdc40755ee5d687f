/// How the program ends, for scripts: the numbers of sysexits.h where it has one.
package enum ExitCode: Int32, CaseIterable {
  /// All was done.
  case done = 0
  /// A step stopped, or two values that were compared differ.
  case stepFailed = 1
  /// The command line was not understood.
  case usage = 64
  /// A file, or a value that goes into a message, is not what it should be.
  case unreadableInput = 65
  /// The server is unreachable, or gone for good.
  case unavailable = 69
  /// A file could not be written.
  case cannotCreate = 73
  /// Reading or writing failed on the way.
  case inputOutput = 74
  /// Interrupted at a prompt.
  case interrupted = 130

  /// What the number means, for the help.
  package var meaning: String {
    switch self {
    case .done: "done"
    case .stepFailed: "a step failed, or two compared values differ"
    case .usage: "the command line was not understood"
    case .unreadableInput: "an input file or a value cannot be read, or breaks its grammar"
    case .unavailable: "the server is unreachable, or gone"
    case .cannotCreate: "a file could not be written"
    case .inputOutput: "an input or output error occurred"
    case .interrupted: "interrupted"
    }
  }
}
