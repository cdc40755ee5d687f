import HTTPMessages

/// The rule that determines the end of a body (RFC 9112 §6.3).
enum BodyFraming: Hashable {
  /// The body has this number of bytes, often 0.
  case length(Int)
  /// The body is a series of chunks, each with its length.
  case chunked

  /// Creates the framing of a request; rejects ambiguous fields, which enable request smuggling.
  ///
  /// - Parameters:
  ///   - line: The request line.
  ///   - values: The values of the header fields by lowercase name.
  ///   - limits: The limits of the server.
  /// - Throws: `RequestFault` if the fields are invalid or ambiguous.
  init(
    line: RequestLine, values: [String: [String]], limits: LoopbackLimits
  ) throws(RequestFault) {
    let lengths = values["content-length"] ?? []
    if let codings = values["transfer-encoding"] {
      // RFC 9112 §6.1: HTTP/1.0 has no transfer codings.
      guard line.minorVersion > 0 else {
        throw .malformed("HTTP/1.0 does not define Transfer-Encoding.")
      }
      // RFC 9112 §6.3: Transfer-Encoding overrides Content-Length, but sending both is an error.
      guard lengths.isEmpty else {
        throw .malformed("A request must not have both Content-Length and Transfer-Encoding.")
      }
      try Self.checkCodings(codings)
      self = .chunked
    } else if let length = lengths.first {
      // RFC 9110 §8.6: repeated lengths may be rejected even if they are equal.
      guard lengths.count == 1 else { throw .malformed("Content-Length is repeated.") }
      self = .length(try Self.length(length, limit: limits.body))
    } else {
      // RFC 9112 §6.3: without either field, the length is 0.
      self = .length(0)
    }
  }

  private static func checkCodings(_ codings: [String]) throws(RequestFault) {
    let codings = codings.flatMap(\.listElements)
    if let other = codings.first(where: { $0 != "chunked" }) { throw .unknownTransferCoding(other) }
    // RFC 9112 §6.1: chunked must not be applied more than once.
    guard codings.count == 1 else {
      throw .malformed("Transfer-Encoding must be chunked, exactly once.")
    }
  }

  private static func length(_ text: String, limit: Int) throws(RequestFault) -> Int {
    // RFC 9110 §8.6: only digits; `Int` would also accept a sign.
    guard text.utf8.allSatisfy(\.isDigit), let length = Int(text) else {
      throw .malformed("Content-Length is not a number.")
    }
    guard length <= limit else { throw .bodyTooLarge(limit: limit) }
    return length
  }
}
