extension InlineReader {
  /// How many scalars the words of a link may have, so that many open brackets do not take for ever.
  private static let longest = 999

  /// CommonMark, links: how deep brackets in a target must at least be counted, which is enough.
  private static let mostBrackets = 32

  /// CommonMark, inline links: `[words](target)`, here without a title.
  func link() -> (inline: MarkdownInline, end: Int)? {
    guard mayLink, let close = closingBracket(),
      close + 1 < scalars.count, scalars[close + 1] == "(", let target = target(from: close + 2)
    else { return nil }
    var reader = InlineReader(Array(scalars[(index + 1)..<close]), mayLink: false)
    return (.link(reader.inlines(), target: target.text), target.end)
  }

  /// The bracket that closes the one here; those in code and behind backslashes do not count.
  private func closingBracket() -> Int? {
    var level = 0
    var place = index
    while place < min(scalars.count, index + Self.longest) {
      switch scalars[place] {
      case "\\": place += 1
      case "[": level += 1
      case "]":
        level -= 1
        if level == 0 { return place }
      case "`":
        let count = run(of: "`", at: place)
        place = (endOfCode(count, from: place + count) ?? place + count) - 1
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The target: between `<` and `>`, or without blanks and with as many opened as closed brackets.
  private func target(from start: Int) -> (text: String, end: Int)? {
    if start < scalars.count, scalars[start] == "<" {
      let inner = scalars[(start + 1)...].prefix { ![">", "<"].contains($0) }
      let close = inner.endIndex
      guard close + 1 < scalars.count, scalars[close] == ">", scalars[close + 1] == ")" else {
        return nil
      }
      return (String(inner), close + 2)
    }
    var level = 1
    for place in scalars.indices.dropFirst(start) {
      switch scalars[place] {
      case "(": level += 1
      case ")": level -= 1
      case " ": return nil
      default: break
      }
      if level > Self.mostBrackets { return nil }
      if level == 0 { return (String(scalars[start..<place]), place + 1) }
    }
    return nil
  }

  /// CommonMark, autolinks: a scheme, a colon and no blank between `<` and `>`.
  func address() -> (inline: MarkdownInline, end: Int)? {
    let inner = scalars[(index + 1)...].prefix { !["<", ">", " "].contains($0) }
    let scheme = inner.prefix { $0 != ":" }
    guard mayLink, inner.endIndex < scalars.count, scalars[inner.endIndex] == ">",
      scheme.count < inner.count, 2...32 ~= scheme.count,
      scheme.first?.properties.isAlphabetic == true,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetterOrDigit || "+.-".unicodeScalars.contains($0)) })
    else { return nil }
    let text = String(inner)
    return (.link([.text(text)], target: text), inner.endIndex + 1)
  }

  /// The place behind a comment that begins here; `nil` if none does, or if it does not end.
  mutating func endOfComment() -> Int? {
    guard scalars[index...].starts(with: "<!--".unicodeScalars), index < lastComment else {
      return nil
    }
    let end = scalars[(index + 4)...].indices.first {
      scalars[$0...].starts(with: "-->".unicodeScalars)
    }
    // Where none ends from here on, none does from further on.
    if end == nil { lastComment = index }
    return end.map { $0 + 3 }
  }
}
