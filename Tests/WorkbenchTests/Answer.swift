/// What a run of the program left behind.
struct Answer: Hashable {
  /// The exit code; the negative number of the signal if one ended the program.
  var exitCode: Int32
  /// Standard output.
  var output: String
  /// Standard error.
  var errors: String

  /// Everything that a person sees.
  var all: String { output + errors }

  /// The answer as a golden text has it, with places of this run alone made the same for every run.
  func transcript(of commandLine: String, on bench: Bench) -> String {
    "$ \(commandLine)\n" + bench.withoutPlaces(all) + "(exit code \(exitCode))\n"
  }
}
