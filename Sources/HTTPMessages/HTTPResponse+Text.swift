extension HTTPResponse {
  /// The status line of HTTP/1.1: RFC 9112 §4.
  public var statusLine: String { "HTTP/1.1 \(status) \(HTTPStatus.reasonPhrase(for: status))" }
}
