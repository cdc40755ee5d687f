extension BlockReader {
  /// The part between `<details>` and its end; without an end it goes as far as the lines do.
  mutating func folded() -> MarkdownBlock {
    let opening = lines.removeFirst()
    let behind = opening.firstIndex(of: ">").map { opening[opening.index(after: $0)...].trimmed }
    putBack(behind ?? "")
    var content: [String] = []
    var nesting = DetailsNesting()
    while let line = lines.popFirst() {
      if let end = nesting.end(in: line) {
        content.append(String(line[..<end.lowerBound]))
        putBack(line[end.upperBound...].trimmed)
        break
      }
      content.append(line)
    }
    return folded(content)
  }

  /// What is left of a line is read as a line of its own.
  private mutating func putBack(_ rest: String) {
    if !rest.isEmpty { lines = ([rest] + lines)[...] }
  }

  /// Takes the summary off the beginning.
  private func folded(_ content: [String]) -> MarkdownBlock {
    let lines = content.drop { LineShape($0) == .blank }
    guard lines.first?.trimmed.hasPrefix("<summary>") == true,
      let last = lines.firstIndex(where: { $0.contains("</summary>") })
    else { return .folded(summary: [], inner(content)) }
    let text = lines[...last].map(\.trimmed).joined(separator: " ").dropFirst("<summary>".count)
    guard let end = text.firstRange(of: "</summary>") else {
      return .folded(summary: [], inner(content))
    }
    let rest = text[end.upperBound...].trimmed
    return .folded(
      summary: MarkdownInline.read(text[..<end.lowerBound].trimmed),
      inner((rest.isEmpty ? [] : [rest]) + lines[(last + 1)...]))
  }
}
