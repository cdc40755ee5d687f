import Transcript

/// The operands and options of a command line.
package struct Choices {
  /// The name of the command.
  package let command: String
  /// The arguments that belong to no option, in order.
  package let operands: [String]
  private let given: [(option: Option, value: String)]

  /// Creates the choices, with the options in the order in which they were typed.
  package init(command: String, operands: [String], given: [(option: Option, value: String)]) {
    self.command = command
    self.operands = operands
    self.given = given
  }

  /// Returns the value of an option, or `nil` if it was not given.
  package func value(_ option: Option) -> String? { values(option).last }

  /// Returns all values of an option that may be given more than once.
  package func values(_ option: Option) -> [String] {
    given.filter { $0.option.name == option.name }.map(\.value)
  }

  /// Whether an option was given.
  package func has(_ option: Option) -> Bool { value(option) != nil }

  /// Returns the command line with another value of one option, quoted for a shell.
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
  /// Returns an argument, quoted only if a shell would change it.
  package static func word(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic && $0.isASCII || "0123456789._-/:".unicodeScalars.contains($0)
    }
    return isPlain && !text.isEmpty ? text : quote(text)
  }

  /// Returns the arguments of a command in which some were quoted with `word`.
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
