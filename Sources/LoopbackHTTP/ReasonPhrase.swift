import HTTPMessages

/// The reason phrases of RFC 9110 §15, with those that only a server needs.
enum ReasonPhrase {
  /// The phrase for a status code; empty for one that is not known.
  static func text(for status: Int) -> String {
    phrases[status] ?? HTTPStatus.reasonPhrase(for: status)
  }

  private static let phrases = [
    201: "Created", 202: "Accepted", 204: "No Content", 205: "Reset Content",
    304: "Not Modified", 405: "Method Not Allowed", 406: "Not Acceptable",
    408: "Request Timeout", 413: "Content Too Large", 414: "URI Too Long",
    415: "Unsupported Media Type", 417: "Expectation Failed", 422: "Unprocessable Content",
    431: "Request Header Fields Too Large", 501: "Not Implemented",
    505: "HTTP Version Not Supported",
  ]
}
