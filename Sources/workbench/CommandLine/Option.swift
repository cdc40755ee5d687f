/// An option of the command line.
struct Option: Hashable {
  /// The word itself, such as `--scenario`.
  let name: String
  /// What stands for its value in the help; `nil` for an option without one.
  let placeholder: String?
  /// What it does, in one line.
  let help: String
  /// The words that it takes; empty if any will do.
  let words: [String]
  /// Whether it may be given more than once.
  let isRepeatable: Bool
  /// The command that lists and explains its words; `nil` if the help does.
  let list: String?

  init(
    _ name: String, _ placeholder: String? = nil, _ help: String, words: [String] = [],
    isRepeatable: Bool = false, list: String? = nil
  ) {
    self.name = name
    self.placeholder = placeholder
    self.help = help
    self.words = words
    self.isRepeatable = isRepeatable
    self.list = list
  }
}
