/// An error that a program did not handle, as the runtime of its language reports it.
///
/// A program can also print the stack of an error that it handled. Then a message of its own follows.
enum Crash {
  /// The words with which runtimes report an unhandled error, anywhere in a line.
  private static let marks = [
    "Exception in thread", "Unhandled exception", "UnhandledPromiseRejection", "panicked at ",
    "Fatal error: Uncaught", "Fatal error:  Uncaught", "error: Uncaught", "error: (in promise)",
    "Fatal error: exception ",
  ]
  /// The same at the beginning of a line.
  private static let beginnings = ["panic: ", "fatal error: ", "** ("]
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
    let traceback = lines.lastIndex { line in
      line.drop { " |+".contains($0) }.hasPrefix("Traceback (most recent call last)")
    }
    if let traceback {
      let messages = lines[(traceback + 1)...].filter { $0.first?.isWhitespace != true }
      if messages.count <= 1 { return String(messages.first ?? lines[traceback]) }
    }
    let line = lines.last { line in
      marks.contains(where: line.contains) || beginnings.contains(where: line.hasPrefix)
    }
    if let line { return String(line) }
    // Ruby and Lua end with their stack.
    let isEnd =
      signatures.contains(where: last.hasPrefix) || last.hasPrefix("\tfrom ")
      || last.hasPrefix("\t[C]: in") || isRubyError(last)
    return isEnd ? message(in: lines) : nil
  }

  /// The last line that is not part of a stack; the last line if there is none.
  static func message(in lines: [Substring]) -> String? {
    let words = lines.last { line in
      line.contains(where: \.isLetter) && !(signatures + stack).contains(where: line.hasPrefix)
    }
    return (words ?? lines.last).map { String($0) }
  }

  /// Whether a line has the form `client.rb:12:in 'run': the message (SomeError)`.
  private static func isRubyError(_ line: Substring) -> Bool {
    line.hasSuffix(")") && line.contains(".rb:")
      && (line.contains(":in '") || line.contains(":in `"))
  }
}
