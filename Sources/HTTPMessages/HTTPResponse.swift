/// An HTTP response as received, not yet interpreted.
public struct HTTPResponse: Hashable, Sendable {
  /// The status code, such as 200.
  public let status: Int
  /// The header fields, in the order received.
  public let fields: [HTTPField]
  /// The body, byte for byte.
  public let body: [UInt8]

  /// Creates a response, by default without fields and body.
  public init(status: Int, fields: [HTTPField] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }
}

extension HTTPResponse {
  /// The status line for HTTP/1.1 (RFC 9112 §4).
  public var statusLine: String { "HTTP/1.1 \(status) \(HTTPStatus.reasonPhrase(for: status))" }

  /// The media type in lowercase, without parameters, or `nil` if missing (RFC 9110 §8.3.1).
  public var mediaType: String? {
    fields.value(of: "Content-Type").map(HTTPField.mediaType)
  }

  /// Whether the media type is JSON (RFC 8259 §11) or ends in `+json`.
  public var isJSON: Bool {
    mediaType.map { $0 == "application/json" || $0.hasSuffix("+json") } ?? false
  }
}

extension HTTPField {
  /// The media type in a value of Content-Type: in lowercase, without parameters.
  static func mediaType(of value: String) -> String {
    value.prefix { !";, \t".contains($0) }.lowercased()
  }
}

/// The reason phrases of RFC 9110 §15 and RFC 6585.
public enum HTTPStatus {
  /// Returns the phrase for a status code, or an empty string if the table lacks it.
  public static func reasonPhrase(for status: Int) -> String { phrases[status] ?? "" }

  private static let phrases = [
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 205: "Reset Content",
    301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
    307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
    401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
    411: "Length Required", 413: "Content Too Large", 414: "URI Too Long",
    415: "Unsupported Media Type", 417: "Expectation Failed", 421: "Misdirected Request",
    422: "Unprocessable Content",
    429: "Too Many Requests", 431: "Request Header Fields Too Large",
    500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable", 505: "HTTP Version Not Supported",
  ]
}
