extension Lesson {
  /// The text, parsed into blocks.
  public var blocks: [MarkdownBlock] { MarkdownBlock.read(text) }

  /// Returns the blocks with another command instead of `swift run workbench`.
  public func blocks(naming program: String) -> [MarkdownBlock] {
    MarkdownBlock.read(text.replacing("swift run workbench", with: program))
  }

  /// The blocks before the second heading of level 2.
  ///
  /// They contain title and question, so that the list of lessons does not parse whole files.
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
      // "3. Authorization response" loses its number, but "3D" is a word.
      guard let mark = rest.first, !mark.isLetter, !mark.isNumber else { return heading }
      return String(rest.drop { !$0.isLetter && !$0.isNumber })
    }
    return name
  }

  /// The question of the lesson, in a sentence or two; empty without a paragraph.
  ///
  /// It is the first paragraph after the heading "The question", or the lesson's first sentence.
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

  /// Returns the text before the first period, question mark, or exclamation mark before a space.
  private static func firstSentence(of text: String) -> String {
    var previous: Character = " "
    for index in text.indices {
      if text[index] == " ", ".?!".contains(previous) { return String(text[..<index]) }
      previous = text[index]
    }
    return text
  }
}
