import HTTPMessages

/// The lines of a header or trailer section, as far as they have come: RFC 9112 §5.
struct FieldSection {
  private(set) var fields: [HTTPField] = []
  private let greatestCount: Int
  private var bytesLeft: Int

  init(limits: LoopbackLimits) {
    greatestCount = limits.fields
    bytesLeft = limits.headerSection
  }

  /// Reads lines to the end of the section.
  ///
  /// - Parameter bytes: Where the lines come from.
  /// - Returns: Whether the end has come.
  /// - Throws: The fault of a line.
  mutating func read(from bytes: inout ByteQueue) throws(RequestFault) -> Bool {
    while let line = try bytes.takeLine(limit: bytesLeft, otherwise: .fieldsTooLarge) {
      if line.isEmpty { return true }
      bytesLeft -= line.count + 2
      guard fields.count < greatestCount else { throw .fieldsTooLarge }
      fields.append(try Self.field(line))
    }
    return false
  }

  private static func field(_ line: ArraySlice<UInt8>) throws(RequestFault) -> HTTPField {
    // RFC 9112 §5.2 and §2.2: a line that begins with a blank continues the one before, or hides.
    if let first = line.first, first.isBlank {
      throw .malformed("A header line begins with a blank.")
    }
    guard let colon = line.firstIndex(of: .colon) else {
      throw .malformed("A header line has no colon.")
    }
    // RFC 9112 §5.1: no blank between name and colon; a blank is no character of a token.
    guard line[..<colon].isToken else { throw .malformed("The name of a header is not a token.") }
    var value = line[(colon + 1)...]
    while let first = value.first, first.isBlank { value.removeFirst() }
    while let last = value.last, last.isBlank { value.removeLast() }
    // RFC 9110 §5.5: CR, LF and NUL are dangerous, other control characters are not allowed either.
    guard value.allSatisfy(\.isFieldContent) else {
      throw .malformed("The value of a header has a control character.")
    }
    return HTTPField(
      String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
  }
}
