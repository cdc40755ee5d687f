/// An error that a program did not handle, as the runtime of its language reports it.
///
/// A program can also print the stack of an error that it handled. Then its own message follows.
enum Crash {
  /// The words with which runtimes report an unhandled error, anywhere in a line.
  private static let marks = [
    #"Exception in thread "main""#, "Unhandled exception", "UnhandledPromiseRejection",
    "panicked at ", "Fatal error: Uncaught", "Fatal error:  Uncaught", "error: Uncaught",
    "error: (in promise)",
    "Fatal error: exception ", "Fatal error: Allowed memory", "Fatal error:  Allowed memory",
  ]
  /// The same at the beginning of a line.
  private static let beginnings = [
    "panic: ", "** (", "Can't call method ", "malformed JSON string",
  ]
  /// The levels of a log line before a stack.
  private static let logs = ["ERROR", "CRITICAL", "WARNING"]
  /// The last lines of runtimes after an unhandled error.
  private static let signatures = ["Node.js v", "Bun v"]
  /// The beginnings of lines of a stack.
  private static let stack = ["stack traceback:", "\t", "    at ", "  File ", "    ", "  |", "  +"]

  /// Finds the unhandled error in an output.
  ///
  /// - Parameter output: The output, with line ends of any kind.
  /// - Returns: The line that names the error; `nil` if the program did not crash.
  static func line(in output: String) -> String? {
    // An unhandled error is the last thing that a program reports.
    let lines = String(decoding: output.utf8.suffix(16_384), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    guard let last = lines.last(where: { $0.contains { !$0.isWhitespace } }) else { return nil }
    // A task group indents its traceback.
    let traceback = lines.lastIndex { $0.contains("Traceback (most recent call last)") }
    if let traceback {
      let messages = lines[(traceback + 1)...].filter { $0.first?.isWhitespace != true }
      // The message of a log comes before the stack.
      let isLogged = traceback > 0 && logs.contains(where: lines[traceback - 1].contains)
      if !isLogged, messages.count <= 1 || last.first?.isWhitespace == true {
        return messages.first.map { String($0) } ?? error(in: lines)
      }
    }
    let line = lines.last { line in
      marks.contains(where: line.contains) || beginnings.contains(where: line.hasPrefix)
    }
    if let line { return String(line) }
    // Ruby and Lua end with their stack, and Ruby can mark a place in the source.
    let isMarked = last.allSatisfy { " \t^~".contains($0) } || last.hasPrefix("Did you mean?")
    let isEnd =
      isSignature(last) || last.hasPrefix("\tfrom ")
      || last.hasPrefix("\t[C]: in") || isRubyError(last)
      || isMarked && lines.contains(where: isRubyError)
    return isEnd ? error(in: lines) : nil
  }

  /// The last line that names an error; the last message if there is none.
  private static func error(in lines: [Substring]) -> String? {
    lines.last { isRubyError($0) || $0.contains("Error: ") || $0.contains("Error [") }
      .map { String($0.drop { " |+".contains($0) }) } ?? message(in: lines)
  }

  /// The last line that is not part of a stack; the last line if there is none.
  static func message(in lines: [Substring]) -> String? {
    let words = lines.last { line in
      line.contains(where: \.isLetter) && !isSignature(line)
        && !stack.contains(where: line.hasPrefix)
    }
    return (words ?? lines.last).map { String($0) }
  }

  /// Whether a line is the version of a runtime, such as `Node.js v20.19.2`.
  private static func isSignature(_ line: Substring) -> Bool {
    signatures.contains {
      line.hasPrefix($0) && line.dropFirst($0.count).allSatisfy { "0123456789.".contains($0) }
    }
  }

  /// Whether a line has the form `client.rb:12:in 'run': the message (SomeError)`.
  private static func isRubyError(_ line: Substring) -> Bool {
    line.hasSuffix(")") && (line.contains(":in '") || line.contains(":in `"))
  }
}
