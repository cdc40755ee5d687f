import HTTPMessages

/// A header or trailer section, as far as it has arrived (RFC 9112 §5).
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
  /// - Parameter bytes: The bytes received, from which the lines are removed.
  /// - Returns: Whether the section is complete.
  /// - Throws: `RequestFault` if a line is invalid or the section too large.
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
    // RFC 9112 §5.2 and §2.2: initial whitespace would continue the line before, or hide this one.
    if let first = line.first, first.isSpaceOrTab {
      throw .malformed("A header line starts with a space or a tab.")
    }
    guard let colon = line.firstIndex(of: .colon) else {
      throw .malformed("A header line has no colon.")
    }
    // RFC 9112 §5.1: no whitespace before the colon; a token cannot contain whitespace.
    guard line[..<colon].isToken else {
      throw .malformed("The name of a header field is not a token.")
    }
    var value = line[(colon + 1)...]
    while let first = value.first, first.isSpaceOrTab { value.removeFirst() }
    while let last = value.last, last.isSpaceOrTab { value.removeLast() }
    // RFC 9110 §5.5: no control characters; CR, LF, and NUL are dangerous.
    guard value.allSatisfy(\.isFieldContent) else {
      throw .malformed("The value of a header field contains a control character.")
    }
    return HTTPField(
      String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
  }
}
