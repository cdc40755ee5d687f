import Runs

/// A command line that was understood.
struct Invocation {
  /// The type that does it.
  let command: any Command.Type
  /// What the command is told.
  let choices: Choices
}
