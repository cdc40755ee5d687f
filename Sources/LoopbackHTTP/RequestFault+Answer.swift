import HTTPMessages

extension RequestFault {
  /// The answer that says so.
  var answer: HTTPResponse { .plain(status: status, sentence) }

  /// The status code of the answer.
  var status: Int {
    switch self {
    case .malformed: 400
    case .late: 408
    case .lengthMissing: 411
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
    case .lengthMissing: "A request with content needs Content-Length or Transfer-Encoding."
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
