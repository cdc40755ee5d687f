/// What a command line says to a command: its operands and options.
package struct Choices {
  /// The name of the command.
  package let command: String
  /// The words that belong to no option, in order.
  package let operands: [String]
  private let given: [String: [String]]

  /// Holds what was read.
  package init(command: String, operands: [String], given: [String: [String]]) {
    self.command = command
    self.operands = operands
    self.given = given
  }

  /// The value of an option; `nil` if it was not given.
  package func value(_ option: Option) -> String? { given[option.name]?.last }

  /// All values of an option that may be given more than once.
  package func values(_ option: Option) -> [String] { given[option.name] ?? [] }

  /// Whether an option was given.
  package func has(_ option: Option) -> Bool { given[option.name] != nil }
}
