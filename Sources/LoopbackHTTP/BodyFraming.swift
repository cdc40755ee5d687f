import HTTPMessages

/// How the end of a body is found: RFC 9112 §6.3.
enum BodyFraming: Hashable {
  /// The body has so many bytes, often none.
  case length(Int)
  /// The body comes in chunks, each with its length.
  case chunked

  /// Decides; what could be read in two ways is refused, for that is how requests are smuggled.
  ///
  /// - Parameters:
  ///   - line: The request line.
  ///   - values: The values of the header fields by their names in lower case.
  ///   - limits: The limits of the server.
  /// - Throws: The fault that the fields have.
  init(
    line: RequestLine, values: [String: [String]], limits: LoopbackLimits
  ) throws(RequestFault) {
    let lengths = values["content-length"] ?? []
    if let codings = values["transfer-encoding"] {
      // RFC 9112 §6.1: HTTP/1.0 has no transfer codings.
      guard line.minorVersion > 0 else {
        throw .malformed("HTTP/1.0 has no Transfer-Encoding.")
      }
      // RFC 9112 §6.3: Transfer-Encoding would win, but who sends both ought to be refused.
      guard lengths.isEmpty else {
        throw .malformed("Content-Length and Transfer-Encoding exclude each other.")
      }
      try Self.checkCodings(codings)
      self = .chunked
    } else if let length = lengths.first {
      // RFC 9110 §8.6: repeated lengths may be refused even where they are the same.
      guard lengths.count == 1 else { throw .malformed("Content-Length is repeated.") }
      self = .length(try Self.length(length, limit: limits.body))
    } else {
      // RFC 9112 §6.3: without either the length is zero, whatever Content-Type announces.
      self = .length(0)
    }
  }

  private static func checkCodings(_ codings: [String]) throws(RequestFault) {
    let codings = codings.flatMap(\.listElements)
    if let other = codings.first(where: { $0 != "chunked" }) { throw .unknownTransferCoding(other) }
    // RFC 9112 §6.1: chunked is not applied more than once.
    guard codings.count == 1 else { throw .malformed("Transfer-Encoding is not chunked once.") }
  }

  private static func length(_ text: String, limit: Int) throws(RequestFault) -> Int {
    // RFC 9110 §8.6: digits only; `Int` alone would take a sign.
    guard text.utf8.allSatisfy(\.isDigit), let length = Int(text) else {
      throw .malformed("Content-Length is not a number.")
    }
    guard length <= limit else { throw .bodyTooLarge(limit: limit) }
    return length
  }
}
