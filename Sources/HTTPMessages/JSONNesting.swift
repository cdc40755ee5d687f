/// The limit on arrays and objects in each other, checked before a text is read.
///
/// RFC 8259 §9 allows a limit. A reader calls itself for each level, and a text of a few hundred levels would
/// end the program on a thread with a small stack: 512 KiB on macOS, on all threads but the first.
package enum JSONNesting {
  /// The most levels; no message of OAuth has more than a few.
  package static let limit = 64

  /// Why a text is not read at all.
  package enum Fault: Error, Hashable {
    /// It has more levels than the limit.
    case tooDeep
    /// It holds a NUL byte, which no JSON in UTF-8 does, and every bracket in UTF-16 or UTF-32 does.
    case notUTF8
  }

  /// Counts the levels, without judging anything else.
  ///
  /// - Parameter bytes: The text. RFC 8259 §8.1 requires UTF-8.
  /// - Throws: `Fault`.
  package static func check(_ bytes: [UInt8]) throws(Fault) {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if byte == 0 { throw .notUTF8 }
      if isInString {
        // In a string a bracket is a character, and an escaped quote does not end it.
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > limit { throw .tooDeep }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
    }
  }
}
