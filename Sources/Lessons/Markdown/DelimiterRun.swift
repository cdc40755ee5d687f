/// Asterisks or underscores in a row, which may begin emphasis, end it, both, or be text.
struct DelimiterRun: Hashable {
  let mark: Unicode.Scalar
  /// How many there were.
  let length: Int
  /// How many of them have not been used.
  var count: Int
  let canOpen: Bool
  let canClose: Bool

  /// CommonMark, emphasis and strong emphasis: what stands before and behind decides.
  init(at start: Int, in scalars: [Unicode.Scalar]) {
    mark = scalars[start]
    let mark = mark
    length = scalars[start...].prefix { $0 == mark }.count
    count = length
    let before = start > 0 ? scalars[start - 1] : " "
    let behind = start + length < scalars.count ? scalars[start + length] : " "
    let isLeft =
      !behind.isWhitespace
      && (!behind.isPunctuation || before.isWhitespace || before.isPunctuation)
    let isRight =
      !before.isWhitespace
      && (!before.isPunctuation || behind.isWhitespace || behind.isPunctuation)
    // Underscores within a word, as in code_verifier, are text.
    canOpen = isLeft && (mark == "*" || !isRight || before.isPunctuation)
    canClose = isRight && (mark == "*" || !isLeft || behind.isPunctuation)
  }

  /// Whether this run may begin what another one ends.
  func matches(_ closer: DelimiterRun) -> Bool {
    guard mark == closer.mark, canOpen else { return false }
    // CommonMark's rule of three, which tells **strong*** from the rest.
    let isBoth = canClose || closer.canOpen
    return !(isBoth && (length + closer.length) % 3 == 0 && length % 3 != 0)
  }

  /// What was not used, as text.
  var text: String { String(String.UnicodeScalarView(repeating: mark, count: count)) }
}
