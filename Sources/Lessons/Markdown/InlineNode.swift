/// A piece while it is not yet known which marks belong together.
enum InlineNode {
  /// A piece that was read, and how many others it holds, one in the other.
  case inline(MarkdownInline, depth: Int)
  case run(DelimiterRun)

  var depth: Int {
    switch self {
    case .inline(_, let depth): depth
    case .run: 0
    }
  }

  /// The piece; of marks that nobody matched, the text.
  var inline: MarkdownInline {
    switch self {
    case .inline(let inline, _): inline
    case .run(let run): .text(run.text)
    }
  }
}
