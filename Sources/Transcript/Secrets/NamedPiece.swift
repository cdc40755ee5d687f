/// A value that a reader came upon, with all names that it may go by.
struct NamedPiece {
  /// Its own name first, then those of what it stands in.
  let names: [String]
  /// The value with its escapes undone.
  let decoded: DecodedText
  /// Where it stands in the original.
  let place: Range<Int>
  let kind: NamedValue.Kind

  /// Whether something named may stand inside.
  var mayHoldOthers: Bool {
    kind != .number && decoded.bytes.contains { "={%\\:".utf8.contains($0) }
  }
}
