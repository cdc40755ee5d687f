extension Lesson {
  /// The text, taken apart.
  public var blocks: [MarkdownBlock] { MarkdownBlock.read(text) }

  /// The blocks with the program's name as it is typed elsewhere than in the repository.
  public func blocks(naming program: String) -> [MarkdownBlock] {
    MarkdownBlock.read(text.replacing("swift run workbench", with: program))
  }

  /// The blocks up to the second heading of the second level: title and question are there, and a list of
  /// all lessons need not read every one to its end.
  private var opening: [MarkdownBlock] {
    var headings = 0
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .prefix { line in
        if line.starts(with: "## ".utf8) { headings += 1 }
        return headings < 2
      }
    return MarkdownBlock.read(String(text[..<(lines.last?.endIndex ?? text.startIndex)]))
  }

  /// The title: the first heading, without the lesson's number.
  public var title: String {
    for case .heading(_, let content) in opening {
      let heading = content.plainText
      guard let number, heading.hasPrefix("\(number)") else { return heading }
      let rest = heading.dropFirst("\(number)".count)
      // Of "3. Authorization response" the words are left, "3D" is a word itself.
      guard let mark = rest.first, !mark.isLetter, !mark.isNumber else { return heading }
      return String(rest.drop { !$0.isLetter && !$0.isNumber })
    }
    return name
  }

  /// What the lesson answers, in a sentence or two; empty if it has no paragraph.
  ///
  /// It is the first paragraph under the heading "The question", or else the first sentence of all.
  public var question: String {
    let blocks = opening
    let start = blocks.firstIndex { block in
      guard case .heading(_, let content) = block else { return false }
      return content.plainText == "The question"
    }
    for case .paragraph(let content) in blocks[(start ?? 0)...] {
      return start == nil ? Self.firstSentence(of: content.plainText) : content.plainText
    }
    return ""
  }

  /// Up to the first full stop, question mark or exclamation mark that a blank follows.
  private static func firstSentence(of text: String) -> String {
    var previous: Character = " "
    for index in text.indices {
      if text[index] == " ", ".?!".contains(previous) { return String(text[..<index]) }
      previous = text[index]
    }
    return text
  }
}
