/// A parser for the words of a shell command: quotes, escapes, and continued lines.
package enum ShellWords {
  /// Splits a command into words like a POSIX shell, plus `$'…'` of bash.
  package static func words(of text: String) -> [String] { firstCommand(of: text).words }

  /// Whether only a shell can run a text: it is more than one command, or a quotation mark is open.
  package static func needShell(_ text: String) -> Bool {
    var quote: Character?
    return continues(text[...], quote: &quote) || firstCommand(of: text).isFollowed
  }

  /// The words up to the first operator of the shell, and whether there is one.
  private static func firstCommand(of text: String) -> (words: [String], isFollowed: Bool) {
    var words: [String] = []
    var word: String?
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case " ", "\t", "\n", "\r", "\r\n":
        if let done = word { words.append(done) }
        word = nil
      case "\\":
        guard let next = rest.popFirst() else { break }
        // A continued line.
        if next != "\n", next != "\r\n" { word = (word ?? "") + String(next) }
      case "'":
        word = (word ?? "") + single(&rest)
      case "\"":
        word = (word ?? "") + double(&rest)
      case "$" where rest.first == "'":
        rest = rest.dropFirst()
        word = (word ?? "") + escaped(&rest)
      case "|", ">", ";", "&":
        // What follows is another command, or is for the shell.
        if let done = word { words.append(done) }
        return (words, true)
      default:
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return (words, false)
  }

  /// Whether a command continues on the next line.
  static func continues(_ line: Substring, quote: inout Character?) -> Bool {
    var rest = line
    while let character = rest.popFirst() {
      if let open = quote {
        if character == "\\", open != "'" {
          guard rest.popFirst() != nil else { return true }
        } else if character == (open == "$" ? "'" : open) {
          quote = nil
        }
        continue
      }
      switch character {
      case "\\": if rest.popFirst() == nil { return true }
      case "'", "\"": quote = character
      case "$" where rest.first == "'":
        rest = rest.dropFirst()
        quote = "$"
      default: break
      }
    }
    return quote != nil
  }

  private static func single(_ rest: inout Substring) -> String {
    var text = ""
    while let character = rest.popFirst(), character != "'" { text.append(character) }
    return text
  }

  private static func double(_ rest: inout Substring) -> String {
    var text = ""
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      if next == "\n" || next == "\r\n" { continue }
      if !"\"\\$`".contains(next) { text.append("\\") }
      text.append(next)
    }
    return text
  }

  private static func escaped(_ rest: inout Substring) -> String {
    var text = ""
    while let character = rest.popFirst(), character != "'" {
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      switch next {
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "t": text.append("\t")
      case "x", "u":
        let digits = rest.prefix(next == "x" ? 2 : 4).prefix { $0.isHexDigit }
        rest = rest.dropFirst(digits.count)
        if let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) {
          text.unicodeScalars.append(scalar)
        }
      default: text.append(next)
      }
    }
    return text
  }
}
