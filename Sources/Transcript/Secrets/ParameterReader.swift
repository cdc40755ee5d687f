/// Reads parameters one after another, as they stand in a form, a query, a fragment or any text.
struct ParameterReader {
  private let text: DecodedText
  private var index = 0

  init(text: DecodedText) {
    self.text = text
  }

  /// The next parameter with a value; `nil` at the end.
  mutating func next() -> NamedPiece? {
    let bytes = text.bytes
    while index < bytes.count {
      guard Self.isPartOfName(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isPartOfName(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      let name = text.part(start..<index).text
      if let value = value(after: index + 1) {
        index = value.upperBound
        return NamedPiece(
          names: [name], decoded: Self.decoded(text.part(value)), place: text.place(of: value),
          kind: .parameter)
      }
    }
    return nil
  }

  /// Where the value stands, without quotation marks; `nil` if it is empty.
  private func value(after start: Int) -> Range<Int>? {
    let rest = text.bytes[start...]
    let plain = rest.prefix { !Self.ends.contains($0) }
    guard plain.isEmpty, let mark = rest.first, "\"'".utf8.contains(mark) else {
      return plain.isEmpty ? nil : plain.indices
    }
    // A quotation mark that nobody closes nearby quotes nothing.
    let quoted = rest.dropFirst().prefix(Self.quotedLength)
      .prefix { $0 != mark && !"<>\n".utf8.contains($0) }
    let isClosed = text.bytes[quoted.endIndex...].first == mark
    return quoted.isEmpty || !isClosed ? nil : quoted.indices
  }

  private static let quotedLength = 4096

  private static func decoded(_ text: DecodedText) -> DecodedText {
    let plain = text.undoing(.json) ?? text
    return plain.undoing(.percent) ?? plain
  }

  /// What ends a value: RFC 3986 allows none of them but the first two, and those separate.
  private static let ends = Set("&# \n\r\t\"'<>".utf8)

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "_-.[]".utf8.contains(byte)
  }
}
