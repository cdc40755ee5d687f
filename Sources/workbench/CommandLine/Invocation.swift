/// A command line that was understood.
struct Invocation {
  /// The type that does it.
  let command: any Command.Type
  let operands: [String]
  private let values: [String: [String]]

  init(command: any Command.Type, operands: [String], values: [String: [String]]) {
    self.command = command
    self.operands = operands
    self.values = values
  }

  /// The value of an option; `nil` if it was not given.
  func value(_ option: Option) -> String? { values[option.name]?.last }

  /// All values of an option that may be given more than once.
  func values(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }
}
