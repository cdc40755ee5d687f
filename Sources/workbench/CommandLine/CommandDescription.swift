import Runs

/// The data of a command for the parser, the help, and the completions.
struct CommandDescription: Hashable {
  let name: String
  /// The heading under which the help lists it.
  let group: CommandGroup
  /// Whether the overview shows the summary, too, and not only the name.
  var isFeatured = false
  /// The placeholders for operands, such as `VERIFIER`; `[VERIFIER]` may be omitted.
  let operands: [String]
  /// Whether the operands come after the options and `--`, because they are a command with its own options.
  var endsOptions = false
  /// One line that starts with an imperative in lowercase and has no period.
  let summary: String
  /// More paragraphs for the help.
  let details: [String]
  /// Lines below the details that the help never wraps, or an empty array.
  var copyable: [String] = []
  let options: [Option]
  /// The names that some options turn on or off, or an empty array.
  var switches: [Switch] = []
  /// Complete commands, each with its purpose.
  let examples: [Example]
  /// Lines at the end of the help, with commands that are never wrapped, or an empty array.
  var recipes: [String] = []

  /// A name that an option turns on or off, with its default.
  struct Switch: Hashable {
    let name: String
    let state: String
  }

  struct Example: Hashable {
    let command: String
    let purpose: String

    init(_ command: String, _ purpose: String) {
      self.command = command
      self.purpose = purpose
    }
  }

  /// The words that an operand accepts, or an empty array if it accepts any.
  var operandWords: [String] = []
  /// Whether the parser rejects other words; if not, the command checks the operand itself.
  var isOperandChecked = true
  /// The meaning of some of these words, for the completions.
  var operandMeanings: [String: String] = [:]
  /// The kind of operand in error messages, such as "shell".
  var operandKind = "word"
  /// The noun phrase for an error message about a missing operand.
  var operandMeaning = ""
  /// Whether the last operand may be repeated, as `[FILE ...]` and `[...]` say.
  var repeatsLastOperand: Bool { operands.last?.hasSuffix("...]") == true }

  /// The name with operands and options, as in the first line of the help.
  var usage: String {
    let words = endsOptions ? ["[OPTIONS]", "--"] + operands : operands + ["[OPTIONS]"]
    return ([name] + words).joined(separator: " ")
  }

  /// Whether a word can be an operand, such as a known name, a message, or a verifier.
  func mayTake(_ word: String) -> Bool {
    !operands.isEmpty && (operandWords.isEmpty || operandWords.contains(word))
  }
}
