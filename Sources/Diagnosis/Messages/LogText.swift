/// A converter for logs that mark each line: `curl -v` and Python's `http.client`.
enum LogText {
  /// Returns the text without the marks, so that it contains the messages as sent.
  static func withoutMarks(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
    if lines.contains(where: { $0.hasPrefix("< HTTP/") || isSentLine($0) }) {
      return curl(lines).joined(separator: "\n")
    }
    if lines.contains(where: { $0.hasPrefix("reply: '") || $0.hasPrefix("send: b'") }) {
      return python(lines).joined(separator: "\n")
    }
    return text
  }

  private static func isSentLine(_ line: Substring) -> Bool {
    line.hasPrefix("> ") && PastedText.isRequestLine(line.dropFirst(2))
  }

  /// Returns the lines of a curl log without their marks.
  ///
  /// `>` marks a sent line, `<` a received one, and `*` a remark; `{` and `}` count bytes.
  private static func curl(_ lines: [Substring]) -> [Substring] {
    var result: [Substring] = []
    for line in lines {
      if line.hasPrefix("> ") || line.hasPrefix("< ") {
        result.append(line.dropFirst(2))
      } else if line == ">" || line == "<" {
        result.append("")
      } else if !line.hasPrefix("* "), !line.hasPrefix("{ ["), !line.hasPrefix("} [") {
        result.append(line)
      }
    }
    return result
  }

  /// Returns the lines of a Python log without their marks.
  ///
  /// `send:` and `reply:` quote bytes, and `header:` is a header field.
  private static func python(_ lines: [Substring]) -> [Substring] {
    var result: [Substring] = []
    var isInHead = false
    for line in lines {
      if line.hasPrefix("send: b'") {
        result.append(Substring(unescaped(line.dropFirst(8))))
        isInHead = false
      } else if line.hasPrefix("reply: '") {
        if !result.isEmpty { result.append("") }
        let status = unescaped(line.dropFirst(8))
        result.append(Substring(status.trimmed))
        isInHead = true
      } else if line.hasPrefix("header: ") {
        result.append(line.dropFirst(8))
        isInHead = true
      } else {
        if isInHead, !line.isEmpty { result.append("") }
        isInHead = false
        result.append(line)
      }
    }
    return result
  }

  /// Returns the text of a literal up to its closing quote.
  private static func unescaped(_ text: Substring) -> String {
    var (result, rest) = ("", text)
    while let character = rest.popFirst(), character != "'" {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      switch next {
      case "r": break
      case "n": result.append("\n")
      default: result.append(next)
      }
    }
    return result
  }
}

extension StringProtocol {
  /// The text without spaces, tabs, and line breaks around it.
  var trimmed: String {
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      scalar != " " && scalar != "\t" && scalar != "\n" && scalar != "\r"
    }
    // Uses indexes, because nested views are slow for a text of a million bytes.
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: isKept) else { return "" }
    var end = scalars.endIndex
    while !isKept(scalars[scalars.index(before: end)]) { end = scalars.index(before: end) }
    return String(self[first..<end])
  }

  /// Whether the text contains an ASCII character.
  func has(_ byte: Unicode.Scalar) -> Bool { utf8.contains(UInt8(ascii: byte)) }

  /// Whether both texts have the same bytes: Swift also calls texts equal that only look alike.
  func isIdentical(to other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }
}
