/// Why a request is refused before any handler sees it; the connection ends with it.
enum RequestFault: Error, Hashable {
  /// The bytes are no HTTP request: RFC 9112 §2.2 and further clauses at the places that throw it.
  case malformed(String)
  /// The request did not arrive whole in time: RFC 9110 §15.5.9.
  case late
  /// Content was announced, but not its length: RFC 9110 §15.5.12.
  case lengthMissing
  /// The body is larger than the limit: RFC 9110 §15.5.14.
  case bodyTooLarge(limit: Int)
  /// The request line is longer than the limit: RFC 9110 §15.5.15.
  case targetTooLong(limit: Int)
  /// An `Expect` other than `100-continue`: RFC 9110 §10.1.1.
  case unknownExpectation(String)
  /// The header or trailer section is larger than the limit (status 431).
  case fieldsTooLarge
  /// A method that this server does not have: RFC 9110 §9.1.
  case unknownMethod(String)
  /// A transfer coding other than `chunked`: RFC 9112 §6.1.
  case unknownTransferCoding(String)
  /// A version other than HTTP/1: RFC 9110 §15.6.6.
  case unknownVersion(String)
}
