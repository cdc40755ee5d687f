extension BlockReader {
  mutating func list(_ first: ItemMarker) -> MarkdownBlock {
    var items: [[MarkdownBlock]] = []
    while let marker = nextItem(of: first) {
      lines.removeFirst()
      items.append(inner([marker.text] + restOfItem(marker)))
      dropBlankLines()
    }
    return .list(MarkdownList(start: first.number, items: items))
  }

  /// The marker of the next item, if it belongs to the list that began so.
  private func nextItem(of first: ItemMarker) -> ItemMarker? {
    guard let line = lines.first, case .item(let marker) = LineShape(line), marker.isKin(of: first)
    else { return nil }
    return marker
  }

  /// The lines below the first one that are indented as far as its text, and blank ones between them.
  private mutating func restOfItem(_ marker: ItemMarker) -> [String] {
    var content: [String] = []
    // CommonMark, list items: an item may begin with one blank line, not with two.
    if marker.text.isEmpty, lines.first.map({ LineShape($0) == .blank }) ?? true { return [] }
    var blanks = 0
    for line in lines {
      if LineShape(line) == .blank {
        blanks += 1
      } else if line.prefix(marker.width).allSatisfy(\.isBlank) {
        content += Array(repeating: "", count: blanks) + [String(line.dropFirst(marker.width))]
        blanks = 0
      } else {
        break
      }
    }
    lines = lines.dropFirst(content.count)
    return content
  }

  /// Blank lines between two items belong to the list, those behind it do not matter.
  private mutating func dropBlankLines() {
    while let line = lines.first, LineShape(line) == .blank { lines.removeFirst() }
  }
}
