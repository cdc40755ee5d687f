/// Which `</details>` ends a folded part: not that of another one in it, nor one in a block of code.
struct DetailsNesting {
  private var level = 1
  private var fence: CodeFence?

  /// Looks at the next line.
  ///
  /// - Returns: Where the end stands in it; `nil` if the part goes on.
  mutating func end(in line: String) -> Range<String.Index>? {
    if let open = fence {
      if open.isClosed(by: line) { fence = nil }
      return nil
    }
    switch LineShape(line) {
    case .fence(let opened): fence = opened
    case .details: level += 1
    default: break
    }
    guard fence == nil, let end = line.firstRange(of: "</details>") else { return nil }
    level -= 1
    return level == 0 ? end : nil
  }
}
