import Transcript

/// What a command line says to a command: its operands and options.
package struct Choices {
  /// The name of the command.
  package let command: String
  /// The words that belong to no option, in order.
  package let operands: [String]
  private let given: [(option: Option, value: String)]

  /// Holds what was read: the options in the order in which they were typed.
  package init(command: String, operands: [String], given: [(option: Option, value: String)]) {
    self.command = command
    self.operands = operands
    self.given = given
  }

  /// The value of an option; `nil` if it was not given.
  package func value(_ option: Option) -> String? { values(option).last }

  /// All values of an option that may be given more than once.
  package func values(_ option: Option) -> [String] {
    given.filter { $0.option.name == option.name }.map(\.value)
  }

  /// Whether an option was given.
  package func has(_ option: Option) -> Bool { value(option) != nil }

  /// The same command line with another value of one option, to be pasted into a shell.
  func command(with option: Option, _ value: String) -> String {
    let options = given.flatMap { typed in
      guard typed.option.placeholder != nil else { return [typed.option.name] }
      let isOther = typed.option.name == option.name
      return [typed.option.name, ShellQuoting.word(isOther ? value : typed.value)]
    }
    return ([command] + operands.map(ShellQuoting.word) + options).joined(separator: " ")
  }
}

extension ShellQuoting {
  /// A word of a command: quoted only where a shell would change it.
  package static func word(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic && $0.isASCII || "0123456789._-/:".unicodeScalars.contains($0)
    }
    return isPlain && !text.isEmpty ? text : quote(text)
  }

  /// The words of a command in which some were quoted with `word`.
  package static func words(_ command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var rest = command[...]
    while let character = rest.popFirst() {
      switch character {
      case "'": (isQuoted, word) = (!isQuoted, word ?? "")
      case "\\" where !isQuoted: word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
      case " " where !isQuoted:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return word.map { words + [$0] } ?? words
  }
}
