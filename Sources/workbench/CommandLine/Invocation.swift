import Runs
import Transcript

/// A parsed command line.
struct Invocation {
  /// The type of the command.
  let command: any Command.Type
  /// The operands and options.
  let choices: Choices
}

extension Invocation {
  /// Creates an invocation from words that start with a command's name.
  ///
  /// - Throws: `CommandError` with `usage`, naming the nearest known word.
  init(parsing words: some Collection<String>) throws(CommandError) {
    guard let name = words.first else { throw CommandError(.usage, "No command was given.") }
    guard !name.hasPrefix("#") else { throw Self.comment(name) }
    guard let type = Commands.named(name) else { throw Self.unknownStart(name) }
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
          throw Self.usage("\(option.name) was given twice.", command)
        }
        values.append((option, value))
      } else if word == "#" || word.hasPrefix("#") && !command.mayTake(word) {
        throw Self.comment(word)
      } else {
        operands.append(word)
      }
    }
    self.init(
      command: type, choices: Choices(command: type.name, operands: operands, given: values))
    // With --help, the operands do not matter.
    if !choices.has(.help) { try checkOperands() }
  }

  private static func option(
    _ word: String, rest: inout ArraySlice<String>, of command: CommandDescription
  ) throws(CommandError) -> (Option, String) {
    let equals = word.firstIndex(of: "=")
    let name = word == "-h" ? "--help" : String(word[..<(equals ?? word.endIndex)])
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw .unknown(
        "option", name, among: command.options.map(\.name), list: help(on: command))
    }
    guard let placeholder = option.placeholder else {
      if equals != nil { throw usage("\(name) takes no value.", command) }
      return (option, "")
    }
    let value: String
    if let equals {
      value = String(word[word.index(after: equals)...])
    } else if let next = rest.first, next != "--",
      !command.options.contains(where: { $0.name == next })
    {
      value = next
      rest.removeFirst()
    } else {
      throw usage("\(name) needs a value: \(name) \(placeholder).", command)
    }
    guard !value.isEmpty || option.mayBeEmpty else {
      throw usage("The value of \(name) is empty. Type \(name) \(placeholder).", command)
    }
    if !option.words.isEmpty, !option.takesOthers, !option.words.contains(value) {
      throw .unknown(
        option.kind, value, among: option.words,
        list: option.list.map { Advice("See", $0) } ?? help(on: command))
    }
    return (option, value)
  }

  private func checkOperands() throws(CommandError) {
    let command = command.description
    let needed = command.operands.filter { !$0.hasPrefix("[") }
    guard choices.operands.count >= needed.count else {
      throw Self.usage(
        "\(command.name) needs \(command.operandMeaning).", command)
    }
    guard command.repeatsLastOperand || choices.operands.count <= command.operands.count else {
      let extra = choices.operands[command.operands.count]
      throw Self.usage("Unexpected argument '\(extra.prefix(60))'.", command)
    }
    if command.isOperandChecked, !command.operandWords.isEmpty, let word = choices.operands.first,
      !command.operandWords.contains(word)
    {
      throw .unknown(
        command.operandKind, word, among: command.operandWords, list: Self.help(on: command))
    }
  }

  private static func usage(_ message: String, _ command: CommandDescription) -> CommandError {
    CommandError(.usage, message, next: help(on: command))
  }

  private static func help(on command: CommandDescription) -> Advice {
    Advice("See", command.name == HelpCommand.name ? "help" : "help \(command.name)")
  }

  /// Returns the error for a comment in a pasted line, which zsh passes on by default.
  private static func comment(_ word: String) -> CommandError {
    CommandError(
      .usage,
      "The shell passed a comment to the program: '\(word.prefix(60))'. zsh does that in a terminal.",
      next: Advice(
        "Leave out the comment, or type this first: setopt interactivecomments"))
  }

  /// Returns the error for an unknown first word: a command, or an option without a command.
  private static func unknownStart(_ word: String) -> CommandError {
    let names = Commands.all.map { $0.name }
    guard word.hasPrefix("-") else {
      return .unknown("command", word, among: names, list: Advice("See", "help"))
    }
    let options = ["--help", "--version"]
    // A user who typed --walk meant walk.
    let bare = String(word.drop { $0 == "-" })
    guard NearestWord.to(word, among: options) == nil,
      let command = NearestWord.to(bare, among: names)
    else { return .unknown("option", word, among: options, list: Advice("See", "help")) }
    return CommandError(
      .usage, "Unknown option '\(word.prefix(60))'. Did you mean '\(command)'?",
      next: Advice("See", "help"))
  }
}
