import HTTPMessages

/// A reason why the server rejects a request itself and closes the connection.
enum RequestFault: Error, Hashable {
  /// The bytes are not an HTTP request (RFC 9112 §2.2, and sections cited where it is thrown).
  case malformed(String)
  /// The request was not complete in time (RFC 9110 §15.5.9).
  case late
  /// The body is larger than the limit (RFC 9110 §15.5.14).
  case bodyTooLarge(limit: Int)
  /// The request line is longer than the limit (RFC 9110 §15.5.15).
  case targetTooLong(limit: Int)
  /// The request has an `Expect` other than `100-continue` (RFC 9110 §10.1.1).
  case unknownExpectation(String)
  /// The header or trailer section is larger than the limit (RFC 6585 §5).
  case fieldsTooLarge
  /// The server does not support the method (RFC 9110 §9.1).
  case unknownMethod(String)
  /// The request has a transfer coding other than `chunked` (RFC 9112 §6.1).
  case unknownTransferCoding(String)
  /// The major version of HTTP is not 1 (RFC 9110 §15.6.6).
  case unknownVersion(String)
}

extension RequestFault {
  /// The response that reports the fault.
  var response: HTTPResponse { .plain(status: status, sentence) }

  /// The status code of the response.
  var status: Int {
    switch self {
    case .malformed: 400
    case .late: 408
    case .bodyTooLarge: 413
    case .targetTooLong: 414
    case .unknownExpectation: 417
    case .fieldsTooLarge: 431
    case .unknownMethod, .unknownTransferCoding: 501
    case .unknownVersion: 505
    }
  }

  /// The fault in one sentence.
  var sentence: String {
    switch self {
    case .malformed(let sentence): sentence
    case .late: "The request was not complete in time."
    case .bodyTooLarge(let limit): "The body is larger than \(limit) bytes."
    case .targetTooLong(let limit): "The request line is longer than \(limit) bytes."
    case .unknownExpectation: "The only supported expectation is 100-continue."
    case .fieldsTooLarge: "The header fields are too large or too many."
    case .unknownMethod: "This server does not support that method."
    case .unknownTransferCoding: "The only supported transfer coding is chunked."
    case .unknownVersion: "This server speaks HTTP/1.1."
    }
  }
}

extension HTTPResponse {
  /// Creates a plain-text response with one sentence.
  static func plain(status: Int, _ sentence: String) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", "text/plain; charset=utf-8")],
      body: Array((sentence + "\n").utf8))
  }
}
