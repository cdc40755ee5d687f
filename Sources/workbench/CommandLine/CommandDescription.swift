import Runs

/// A command as the parser, the help and the completions know it.
struct CommandDescription: Hashable {
  let name: String
  /// The heading under which the help lists it.
  let group: CommandGroup
  /// Whether the overview shows it with its summary, and not by its name alone.
  var isFeatured = false
  /// What stands for its operands in the help, such as `VERIFIER`; a name in brackets may be left out.
  let operands: [String]
  /// What it does, in one line.
  let summary: String
  /// More about it, a paragraph each.
  let details: [String]
  /// Lines that stand below it, to be copied as they are; empty if there are none.
  var copyable: [String] = []
  let options: [Option]
  /// What some of the options switch, by name; empty where nothing is.
  var switches: [Switch] = []
  /// Commands that work as they stand, with what they do.
  let examples: [Example]
  /// Lines at the end of its help, with commands to be copied as they are; empty if there are none.
  var recipes: [String] = []

  /// A name that an option switches, and how it stands by itself.
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

  /// The words that an operand takes, for the completions; empty if any will do.
  var operandWords: [String] = []
  /// Whether the operand must be one of these words; if not, the command says what it does not know.
  var isOperandChecked = true
  /// The meaning of some of these words, for the completions.
  var operandMeanings: [String: String] = [:]
  /// The kind of word that the operand is, such as "shell".
  var operandKind = "word"
  /// What the operand is, for a user who left it out.
  var operandMeaning = ""
  /// Whether the last operand may be repeated, as `[FILE ...]` and `[...]` say.
  var repeatsLastOperand: Bool { operands.last?.hasSuffix("...]") == true }

  /// Whether a word can be an operand, such as a known name, a message or a verifier.
  func mayTake(_ word: String) -> Bool {
    !operands.isEmpty && (operandWords.isEmpty || operandWords.contains(word))
  }
}
