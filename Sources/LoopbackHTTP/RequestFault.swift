import HTTPMessages

/// Why a request is refused before any handler sees it; the connection ends with it.
enum RequestFault: Error, Hashable {
  /// The bytes are no HTTP request: RFC 9112 §2.2 and further clauses at the places that throw it.
  case malformed(String)
  /// The request did not arrive whole in time: RFC 9110 §15.5.9.
  case late
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

extension RequestFault {
  /// The answer that says so.
  var answer: HTTPResponse { .plain(status: status, sentence) }

  /// The status code of the answer.
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

  /// What is wrong, as one plain sentence.
  var sentence: String {
    switch self {
    case .malformed(let sentence): sentence
    case .late: "The request did not arrive whole in time."
    case .bodyTooLarge(let limit): "The body is larger than \(limit) bytes."
    case .targetTooLong(let limit): "The request line is longer than \(limit) bytes."
    case .unknownExpectation: "The only expectation understood is 100-continue."
    case .fieldsTooLarge: "The header fields are too many or too large."
    case .unknownMethod: "This server does not know that method."
    case .unknownTransferCoding: "The only transfer coding understood is chunked."
    case .unknownVersion: "This server speaks HTTP/1.1."
    }
  }
}

extension HTTPResponse {
  /// An answer that is one sentence.
  static func plain(status: Int, _ sentence: String) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", "text/plain; charset=utf-8")],
      body: Array((sentence + "\n").utf8))
  }
}
