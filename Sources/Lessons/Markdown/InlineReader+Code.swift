extension InlineReader {
  /// How many of a scalar stand in a row.
  func run(of scalar: Unicode.Scalar, at start: Int) -> Int {
    scalars[start...].prefix { $0 == scalar }.count
  }

  /// CommonMark, code spans: they end at the next run of as many backticks.
  func codeSpan() -> (inline: MarkdownInline, end: Int)? {
    let count = run(of: "`", at: index)
    guard let end = endOfCode(count, from: index + count) else { return nil }
    var content = scalars[(index + count)..<(end - count)]
    // One blank on both sides is there to keep a backtick apart.
    if content.count > 2, content.first == " ", content.last == " ",
      content.contains(where: { $0 != " " })
    {
      content = content.dropFirst().dropLast()
    }
    return (.code(String(content)), end)
  }

  /// The place behind a code span whose opening backticks stand before a place; `nil` if it does not end.
  func endOfCode(_ count: Int, from start: Int) -> Int? {
    var place = start
    while place < scalars.count {
      guard scalars[place] == "`" else {
        place += 1
        continue
      }
      let length = run(of: "`", at: place)
      place += length
      if length == count { return place }
    }
    return nil
  }
}

extension String {
  /// The text that scalars make.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
