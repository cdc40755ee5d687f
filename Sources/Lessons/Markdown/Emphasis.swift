/// Finds which asterisks and underscores belong together, as CommonMark's "process emphasis" does.
struct Emphasis {
  private var nodes: [InlineNode]
  /// Below which place no run begins what such a closer ends, so that none looks there twice.
  private var bottoms: [Kind: Int] = [:]

  private struct Kind: Hashable {
    let mark: Unicode.Scalar
    let canOpen: Bool
    let remainder: Int
  }

  init(_ nodes: [InlineNode]) { self.nodes = nodes }

  /// The pieces, with no text beside another one.
  func inlines() -> [MarkdownInline] {
    var copy = self
    copy.match()
    return Self.joined(copy.nodes[...])
  }

  private mutating func match() {
    var place = 0
    while place < nodes.count {
      guard case .run(let closer) = nodes[place], closer.canClose,
        let opener = opener(of: closer, before: place)
      else {
        place += 1
        continue
      }
      place = wrap(from: opener, to: place)
    }
  }

  /// The nearest run before a place that begins what the closer ends.
  private mutating func opener(of closer: DelimiterRun, before place: Int) -> Int? {
    let kind = Kind(
      mark: closer.mark, canOpen: closer.canOpen, remainder: closer.length % 3)
    let bottom = bottoms[kind] ?? 0
    let found = nodes[bottom..<max(bottom, place)].lastIndex { node in
      if case .run(let run) = node { run.matches(closer) } else { false }
    }
    // As deep as it may be, the marks stay text.
    if let found, (nodes[found..<place].map(\.depth).max() ?? 0) < MarkdownInline.deepest {
      return found
    }
    bottoms[kind] = place
    return nil
  }

  /// Makes one piece of what stands between two runs.
  ///
  /// - Returns: The place at which to go on.
  private mutating func wrap(from opener: Int, to closer: Int) -> Int {
    guard case .run(var first) = nodes[opener], case .run(var last) = nodes[closer] else {
      return closer + 1
    }
    let isStrong = first.count >= 2 && last.count >= 2
    first.count -= isStrong ? 2 : 1
    last.count -= isStrong ? 2 : 1
    let inner = nodes[(opener + 1)..<closer]
    let depth = (inner.map(\.depth).max() ?? 0) + 1
    let content = Self.joined(inner)
    let piece = InlineNode.inline(isStrong ? .strong(content) : .emphasis(content), depth: depth)
    let left: [InlineNode] = first.count > 0 ? [.run(first)] : []
    let right: [InlineNode] = last.count > 0 ? [.run(last)] : []
    nodes.replaceSubrange(opener...closer, with: left + [piece] + right)
    let next = opener + left.count + 1
    // What stood behind has moved forward.
    bottoms = bottoms.mapValues { min($0, next) }
    return next
  }

  private static func joined(_ nodes: ArraySlice<InlineNode>) -> [MarkdownInline] {
    nodes.reduce(into: []) { inlines, node in
      guard case .text(let text) = node.inline, case .text(let before) = inlines.last else {
        inlines.append(node.inline)
        return
      }
      inlines[inlines.count - 1] = .text(before + text)
    }
  }
}
