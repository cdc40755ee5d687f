import Flows
import Recordings
import Runs
import Vocabulary

/// The suggestions for the last word of a command line, from the parser's tables.
struct Completions: Hashable {
  /// A word and its meaning, which is empty if the tables have none.
  struct Offer: Hashable {
    let word: String
    var meaning = ""
  }

  /// The words, in the order of the tables.
  private(set) var offers: [Offer] = []
  /// Whether a file or folder is also valid.
  private(set) var includesFiles = false

  /// Creates the suggestions for the last word of a command line.
  ///
  /// - Parameter line: The words from the program's name to the cursor; the last may be empty.
  init(line: [String]) {
    guard line.count > 1, let current = line.last else { return }
    guard line.count > 2 else {
      offers =
        current.hasPrefix("-")
        ? [Offer(word: "--help"), Offer(word: "--version")]
        : Commands.descriptions.map { Offer(word: $0.name, meaning: $0.summary) }
      return
    }
    guard let command = Commands.named(line[1])?.description else { return }
    complete(current, TypedWords(line[2..<(line.count - 1)], of: command), command)
  }

  /// The text for the scripts: `files` or `words`, then lines with a word, a tab, and its meaning.
  var text: String {
    let lines = offers.map { $0.meaning.isEmpty ? $0.word : "\($0.word)\t\($0.meaning)" }
    return ([includesFiles ? "files" : "words"] + lines).map { $0 + "\n" }.joined()
  }

  private mutating func complete(
    _ current: String, _ typed: TypedWords, _ command: CommandDescription
  ) {
    if let option = typed.awaiting {
      return offerValues(of: option, typed)
    }
    if current.hasPrefix("--"), !typed.isOperandsOnly, let equals = current.firstIndex(of: "=") {
      let name = current[..<equals]
      guard let option = command.options.first(where: { $0.name == name }) else { return }
      return offerValues(of: option, typed, prefix: "\(name)=")
    }
    if !current.hasPrefix("-") || typed.isOperandsOnly { offerOperands(typed, command) }
    let isDone = !offers.isEmpty || includesFiles || typed.isOperandsOnly
    if !isDone, current.isEmpty || current.hasPrefix("-") {
      offers = command.options.filter { typed.leavesRoom(for: $0) }.map {
        Offer(word: $0.name, meaning: $0.help)
      }
    }
  }

  private mutating func offerValues(of option: Option, _ typed: TypedWords, prefix: String = "") {
    guard option.placeholder != nil else { return }
    let words = typed.valueFlow.flatMap { Self.values(of: option, in: $0) } ?? option.words
    offers = words.map { word in
      Offer(word: prefix + word, meaning: meaning(of: word, option, typed.valueFlow))
    }
    includesFiles = option.takesFile
  }

  /// Returns the values that an option accepts in one flow, or `nil` if all flows accept the same.
  private static func values(of option: Option, in flow: Flow) -> [String]? {
    switch option {
    case .scenario: Scenario.of(flow).map(\.name)
    case .applicationType: flow.about.applicationTypes.map(\.rawValue)
    default: nil
    }
  }

  private func meaning(of word: String, _ option: Option, _ flow: Flow?) -> String {
    switch option {
    case .scenario: Scenario.named(word, in: flow ?? .usual)?.summary ?? ""
    case .flow: Flow(rawValue: word)?.about.title ?? ""
    default: ""
    }
  }

  private mutating func offerOperands(_ typed: TypedWords, _ command: CommandDescription) {
    let place = min(typed.operands.count, command.operands.count - 1)
    guard place >= 0, typed.operands.count <= place || command.repeatsLastOperand else { return }
    includesFiles = Option.namesFile(command.operands[place])
    // The words belong to the first operand, and to others of the same kind.
    guard command.operands[place] == command.operands.first else { return }
    let steps = typed.flow.map { $0.about.steps.map { String($0.rawValue) } }
    offers = command.operandWords
      .filter { !typed.operands.contains($0) }
      .filter { command.name != StepCommand.name || steps?.contains($0) != false }
      .map { Offer(word: $0, meaning: command.operandMeanings[$0] ?? "") }
  }
}

/// The words between a command's name and the cursor, read by the parser's rules.
private struct TypedWords {
  /// The option whose value is at the cursor, or `nil` for none.
  private(set) var awaiting: Option?
  /// The words that belong to no option.
  private(set) var operands: [String] = []
  /// Whether `--` was typed, after which there are no options.
  private(set) var isOperandsOnly = false
  /// The flow on the command line, or `nil` if it has none.
  var flow: Flow? { given[Option.flow.name].flatMap(Flow.init) }
  /// The flow whose values are offered, or `nil` if it depends on the session.
  var valueFlow: Flow? { flow ?? (isStep ? nil : .usual) }
  private var given: [String: String] = [:]
  private let isStep: Bool

  init(_ words: ArraySlice<String>, of command: CommandDescription) {
    isStep = command.name == StepCommand.name
    for word in words {
      let name = String(word.prefix { $0 != "=" })
      let option = isOperandsOnly ? nil : command.options.first { $0.name == name }
      if let option {
        let value = word.dropFirst(name.count + 1)
        given[name] = String(value)
        awaiting = option.placeholder == nil || name != word ? nil : option
      } else if let option = awaiting {
        given[option.name] = word
        awaiting = nil
      } else if word == "--" {
        isOperandsOnly = true
      } else {
        operands.append(word)
      }
    }
  }

  /// Returns whether the parser and the flow accept an option after these words.
  func leavesRoom(for option: Option) -> Bool {
    (option.isRepeatable || given[option.name] == nil)
      && flow.map { Settings.hasUse(for: option, in: $0) } != false
  }
}
