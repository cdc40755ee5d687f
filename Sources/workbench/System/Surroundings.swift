import Terminal
import Transcript

/// Everything that reaches the program from outside, so that a test can stand in for it.
struct Surroundings {
  /// How the program is started: `workbench`, or `swift run workbench` from the repository.
  var program = "workbench"
  /// Where the program for the network lies, which is started for live mode only.
  var networkProgram = ""
  /// The words behind the program's name.
  let arguments: [String]
  /// The environment variables.
  let environment: [String: String]
  /// Where it reads and writes.
  let console: any Console
  /// The clock, in seconds since 1970-01-01 00:00 UTC.
  let now: @Sendable () -> Int64
  /// The secure generator: so many random bytes.
  let randomOctets: @Sendable (Int) -> [UInt8]

  /// Advice with the whole command, as it is typed here.
  func complete(_ advice: Advice) -> Advice {
    Advice(advice.text, advice.command.map { "\(program) \($0)" })
  }

  /// A suggestion with the whole command, as it is typed here after a run.
  func complete(_ suggestion: Suggestion, in run: RunPlace) -> Advice {
    complete(suggestion.advice(in: run))
  }

  /// Says on standard error what to type next.
  func hint(_ next: Advice) { console.hint("\n\(complete(next).line)\n") }

  /// The value of an environment variable; `nil` if it is unset or empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
