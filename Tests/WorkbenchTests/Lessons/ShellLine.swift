import TestSupport

/// A line of a `sh` block: a command, to be pasted as it is.
struct ShellLine {
  /// The line as it stands there.
  let text: String

  /// The words behind `swift run workbench`; `nil` for any other command.
  var workbenchArguments: [String]? {
    let words = words
    guard words.prefix(3) == ["swift", "run", "workbench"] else { return nil }
    return Array(words.dropFirst(3))
  }

  /// The snippet that the line runs; `nil` for any other command.
  var snippet: Snippet? {
    let words = words
    guard words.count == 3, words.prefix(2) == ["swift", "run"] else { return nil }
    return Snippet(named: words[2])
  }

  /// The words of the command, without quotation marks, up to a redirection of its output.
  var words: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let mark = quote {
        if character == mark { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == ">", word == nil {
        break
      } else if character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
