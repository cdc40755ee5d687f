package import Terminal
package import Transcript

/// The program's inputs and outputs, passed in so that tests can replace them.
package struct Surroundings {
  /// The program's name as it can be typed here, such as `workbench` or `swift run workbench`.
  package let program: String
  /// The path of the network program, which is started in live mode only.
  package let networkProgram: String
  /// The session file of a command that names no other.
  package let sessionPath: String
  /// The words after the program's name.
  package let arguments: [String]
  /// The environment variables.
  package let environment: [String: String]
  /// The console, which wraps standard error.
  package let console: any Console
  /// The clock, in seconds since 1970-01-01 00:00 UTC.
  package let now: @Sendable () -> Int64
  /// The secure generator, which returns the given number of random bytes.
  package let randomOctets: @Sendable (Int) -> [UInt8]

  /// Creates the surroundings of the program.
  package init(
    program: String = "workbench", networkProgram: String = "",
    sessionPath: String = SessionStore.defaultPath, arguments: [String],
    environment: [String: String], console: any Console,
    now: @escaping @Sendable () -> Int64, randomOctets: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.program = program
    self.networkProgram = networkProgram
    self.sessionPath = sessionPath
    self.arguments = arguments
    self.environment = environment
    self.console = WrappingConsole(
      console, program: program, columns: environment["COLUMNS"].flatMap { Int($0) })
    self.now = now
    self.randomOctets = randomOctets
  }

  /// Returns advice with the program's name before the command.
  package func complete(_ advice: Advice) -> Advice {
    Advice(advice.text, advice.command.map { "\(program) \($0)" })
  }

  /// Returns a suggestion as advice with the whole command.
  package func complete(_ suggestion: Suggestion, in run: RunPlace) -> Advice {
    complete(suggestion.advice(in: run))
  }

  /// Prints the next command on standard error.
  package func hint(_ next: Advice) { console.hint("\n\(complete(next).line)\n") }

  /// Returns the value of an environment variable, or `nil` if it is unset or empty.
  package func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The facts about this program.
package enum Program {
  /// The version that `--version` prints.
  package static let version = "0.1.0"
}
