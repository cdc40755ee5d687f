/// How the program ends, for scripts: the numbers of sysexits.h where it has one.
package enum ExitCode: Int32, CaseIterable {
  /// All was done.
  case done = 0
  /// A step stopped, or two values that were compared differ.
  case stepFailed = 1
  /// The command line was not understood.
  case usage = 64
  /// A file that was to be read is not what it should be.
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
    case .stepFailed: "a step stopped, or two compared values differ"
    case .usage: "the command line was not understood"
    case .unreadableInput: "an input file could not be read or understood"
    case .unavailable: "the server is unreachable, or gone"
    case .cannotCreate: "a file could not be written"
    case .inputOutput: "reading or writing failed on the way"
    case .interrupted: "interrupted"
    }
  }
}
