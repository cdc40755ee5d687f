/// Reads the members of a JSON text one after another, as far as there are any: RFC 8259.
struct MemberReader {
  private let text: DecodedText
  private var index = 0
  /// The name that the next value has.
  private var name: String?
  /// The names of the containers around it, the outermost first; an element of an array has none of its own.
  private var containers: [String?] = []

  init(text: DecodedText) {
    self.text = text
  }

  /// The next string or number; `nil` at the end.
  mutating func next() -> NamedPiece? {
    while index < text.bytes.count {
      switch text.bytes[index] {
      case UInt8(ascii: "\""): if let piece = literal() { return piece }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        containers.append(name)
        name = nil
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = containers.popLast()
        name = nil
        index += 1
      case UInt8(ascii: ","):
        name = nil
        index += 1
      case let byte where byte.isDigit || byte == UInt8(ascii: "-"):
        if let piece = number() { return piece }
      default: index += 1
      }
    }
    return nil
  }

  private var names: [String] {
    ([name] + containers.suffix(8).reversed()).compactMap(\.self)
  }

  /// Takes a string; `nil` if it was a name.
  private mutating func literal() -> NamedPiece? {
    let bytes = text.bytes
    let start = index + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    end = min(end, bytes.count)
    index = min(end + 1, bytes.count)
    let raw = text.part(start..<end)
    let decoded = raw.undoing(.json) ?? raw
    let following = bytes[index...].first { !" \n\t\r".utf8.contains($0) }
    if following == UInt8(ascii: ":") {
      name = decoded.text
      return nil
    }
    defer { name = nil }
    guard start < end else { return nil }
    return NamedPiece(
      names: names, decoded: decoded, place: text.place(of: start..<end), kind: .member)
  }

  /// Takes a number; `nil` if it has no name.
  private mutating func number() -> NamedPiece? {
    let start = index
    while index < text.bytes.count, Self.isNumeric(text.bytes[index]) { index += 1 }
    defer { name = nil }
    guard !names.isEmpty else { return nil }
    return NamedPiece(
      names: names, decoded: text.part(start..<index), place: text.place(of: start..<index),
      kind: .number)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte.isDigit || "-+.eE".utf8.contains(byte)
  }
}
