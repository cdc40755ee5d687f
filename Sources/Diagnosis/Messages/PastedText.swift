/// A splitter of pasted text into the messages that it contains.
struct PastedText {
  /// The most messages that are read.
  static let mostMessages = 20
  /// The largest message that is read, in bytes; OAuth messages have a few thousand.
  static let largestMessage = 1 << 16
  /// The most parameters, members, or header fields read in a message; OAuth defines under 200.
  static let mostValues = 500

  private let lines: [Substring]
  private var place = 0

  /// Returns the blocks of a text, in order.
  static func blocks(of text: String) -> [String] {
    var reader = PastedText(LogText.withoutMarks(text))
    var blocks: [String] = []
    while let block = reader.next() { blocks.append(block) }
    return blocks
  }

  private init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
  }

  private var line: Substring? { place < lines.count ? lines[place] : nil }

  private mutating func next() -> String? {
    while let line, Self.isSpaceOrTab(line) { place += 1 }
    guard let line else { return nil }
    if Self.isStatusLine(line) || Self.isRequestLine(line) { return message() }
    if Self.isCurl(line) { return curl() }
    if let first = line.first(where: { $0 != " " && $0 != "\t" }), first == "{" || first == "[" {
      return brackets()
    }
    return paragraph()
  }

  /// Reads a head with its body; interim responses belong to the response after them.
  private mutating func message() -> String {
    let start = place
    while let first = line {
      let isInterim = Self.isInterim(first)
      let head = place
      place += 1
      while let line, Self.isField(line) { place += 1 }
      // A request line from a log has no header fields.
      let isAlone = place == head + 1 && !Self.isStatusLine(first)
      if isAlone, line.map(Self.isSpaceOrTab) == false { break }
      if let line, Self.isSpaceOrTab(line) { place += 1 }
      guard isInterim else {
        body()
        break
      }
      while let line, Self.isSpaceOrTab(line) { place += 1 }
      guard let line, Self.isStatusLine(line) else { break }
    }
    return joined(start)
  }

  /// Skips a body: to an empty line after its closing brackets, or to the next message.
  private mutating func body() {
    guard let first = line, !Self.isSpaceOrTab(first) else { return }
    let isMarkup = first.drop { $0 == " " }.hasPrefix("<")
    var depth = 0
    while let line, !Self.beginsMessage(line) {
      if Self.isSpaceOrTab(line), depth <= 0, !isMarkup { return }
      depth += Self.depth(of: line)
      place += 1
    }
  }

  private mutating func curl() -> String {
    let start = place
    var quote: Character?
    while let line {
      place += 1
      let continues = ShellWords.continues(line, quote: &quote)
      if !continues { break }
    }
    return joined(start)
  }

  private mutating func brackets() -> String {
    let start = place
    var depth = 0
    while let line {
      if place > start, Self.beginsMessage(line) { break }
      depth += Self.depth(of: line)
      place += 1
      if depth <= 0 { break }
    }
    return joined(start)
  }

  private mutating func paragraph() -> String {
    let start = place
    place += 1
    while let line, !Self.isSpaceOrTab(line), !Self.beginsMessage(line) { place += 1 }
    return joined(start)
  }

  private func joined(_ start: Int) -> String { lines[start..<place].joined(separator: "\n") }

  static func isSpaceOrTab(_ line: Substring) -> Bool {
    line.allSatisfy { $0 == " " || $0 == "\t" }
  }

  private static func depth(of line: Substring) -> Int {
    var (depth, isQuoted) = (0, false)
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += isQuoted ? 0 : 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= isQuoted ? 0 : 1
      default: break
      }
    }
    return depth
  }

  private static func beginsMessage(_ line: Substring) -> Bool {
    let start = line.drop { " \t\"'<`".contains($0) }
    let lower = start.prefix(17).lowercased()
    return isStatusLine(line) || isRequestLine(line) || isCurl(line)
      || ["http://", "https://", "location:", "www-authenticate:"].contains(where: lower.hasPrefix)
  }

  static func isStatusLine(_ line: Substring) -> Bool {
    guard line.hasPrefix("HTTP/") else { return false }
    let words = line.prefix(40).split(separator: " ")
    return words.count >= 2 && words[1].count == 3 && words[1].allSatisfy(\.isWholeNumber)
  }

  static func isInterim(_ line: Substring) -> Bool {
    let words = line.prefix(40).split(separator: " ")
    return isStatusLine(line)
      && (words[1].hasPrefix("1") || line.lowercased().hasSuffix(" connection established"))
  }

  static func isRequestLine(_ line: Substring) -> Bool {
    guard let method = line.prefix(12).split(separator: " ").first else { return false }
    return methods.contains(String(method))
      && [" HTTP/1.1", " HTTP/1.0", " HTTP/2"].contains(where: line.hasSuffix)
  }

  private static let methods: Set = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

  static func isCurl(_ line: Substring) -> Bool {
    var start = line.drop { $0 == " " || $0 == "\t" }
    if start.hasPrefix("$ ") || start.hasPrefix("% ") { start = start.dropFirst(2) }
    return start.hasPrefix("curl ") || start == "curl" || start.hasPrefix("curl.exe ")
  }

  private static func isField(_ line: Substring) -> Bool {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex else {
      return false
    }
    return line[..<colon].utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !"\"(),/;<=>?@[\\]{}".utf8.contains($0)
    }
  }
}
