import Runs
import Transcript

/// A command line that was understood.
struct Invocation {
  /// The type that does it.
  let command: any Command.Type
  /// What the command is told.
  let choices: Choices
}

extension Invocation {
  /// Reads the words of a command line that begins with a command's name.
  ///
  /// - Throws: `CommandError` with `usage`, which names the nearest known word.
  init(parsing words: some Collection<String>) throws(CommandError) {
    guard let name = words.first else { throw CommandError(.usage, "There is no command.") }
    guard let type = Commands.named(name) else {
      // Before a command stand only the options that need none.
      let known =
        name.hasPrefix("-")
        ? ["--help", "--version"] : Commands.all.map { $0.name }
      throw Self.unknown(
        name.hasPrefix("-") ? "option" : "command", name, known: known, command: nil)
    }
    let command = type.description
    var operands: [String] = []
    var values: [(option: Option, value: String)] = []
    var rest = Array(words.dropFirst())[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      } else if word.hasPrefix("--") || word.count == 2 && word.hasPrefix("-") {
        let (option, value) = try Self.option(word, rest: &rest, of: command)
        guard option.isRepeatable || !values.contains(where: { $0.option == option }) else {
          throw Self.usage("The option \(option.name) is there twice.", command)
        }
        values.append((option, value))
      } else {
        operands.append(word)
      }
    }
    self.init(
      command: type, choices: Choices(command: type.name, operands: operands, given: values))
    // Whoever asks for help need not have the rest right.
    if !choices.has(.help) { try checkOperands() }
  }

  private static func option(
    _ word: String, rest: inout ArraySlice<String>, of command: CommandDescription
  ) throws(CommandError) -> (Option, String) {
    let equals = word.firstIndex(of: "=")
    let name = word == "-h" ? "--help" : String(word[..<(equals ?? word.endIndex)])
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw unknown("option", name, known: command.options.map(\.name), command: command)
    }
    guard let placeholder = option.placeholder else {
      if equals != nil { throw usage("The option \(name) takes no value.", command) }
      return (option, "")
    }
    let value: String
    if let equals {
      value = String(word[word.index(after: equals)...])
    } else if let next = rest.first, !command.options.contains(where: { $0.name == next }) {
      value = next
      rest.removeFirst()
    } else {
      throw usage("The option \(name) needs a value: \(name) \(placeholder).", command)
    }
    if !option.words.isEmpty, !option.takesOthers, !option.words.contains(value) {
      throw unknown(
        "value of \(name)", value, known: option.words, command: command, list: option.list)
    }
    return (option, value)
  }

  private func checkOperands() throws(CommandError) {
    let command = command.description
    let needed = command.operands.filter { !$0.hasPrefix("[") }
    guard choices.operands.count >= needed.count else {
      throw Self.usage(
        "The command \(command.name) needs \(command.operandMeaning).", command)
    }
    guard command.repeatsLastOperand || choices.operands.count <= command.operands.count else {
      let extra = choices.operands[command.operands.count]
      throw Self.usage("The word '\(extra)' was not expected.", command)
    }
    if command.isOperandChecked, !command.operandWords.isEmpty, let word = choices.operands.first,
      !command.operandWords.contains(word)
    {
      throw Self.unknown("word", word, known: command.operandWords, command: command)
    }
  }

  private static func usage(_ message: String, _ command: CommandDescription) -> CommandError {
    CommandError(
      .usage, message,
      next: Advice("See", command.name == HelpCommand.name ? "help" : "help \(command.name)"))
  }

  private static func unknown(
    _ kind: String, _ word: String, known: [String], command: CommandDescription?,
    list: String? = nil
  ) -> CommandError {
    let shown = String(word.prefix(60))
    let hint: String
    // Who typed --walk meant walk.
    let names = command == nil ? known + Commands.all.map { $0.name } : known
    let bare = command == nil ? String(word.drop { $0 == "-" }) : word
    // A number is not mistyped for another one that looks like it.
    let isNumber = word.allSatisfy(\.isNumber)
    let options = command == nil ? ["--version"] : []
    let nearest =
      isNumber
      ? nil
      : options.first { $0 == "--" + word }
        ?? NearestWord.to(word, among: known) ?? NearestWord.to(bare, among: names)
    if let nearest {
      hint = "Did you mean '\(nearest)'?"
    } else if let longer = known.first(where: { !isNumber && word.count > 2 && $0.contains(word) })
    {
      hint = "Did you mean '\(longer)'?"
    } else if known.count <= 14 {
      hint = "Known: \(known.joined(separator: ", "))."
    } else {
      hint = ""
    }
    let help = command.map { $0.name == HelpCommand.name ? "help" : "help \($0.name)" } ?? "help"
    return CommandError(
      .usage, "The \(kind) '\(shown)' is not known.\(hint.isEmpty ? "" : " " + hint)",
      next: Advice("See", list ?? help))
  }
}
