import HTTPMessages

/// Messages as sent or received, made harmless, one string per line.
enum MessageText {
  /// The most bytes of a body that are shown.
  private static let limit = 4096

  /// Returns the URL for the browser, or the request line, header fields, and body.
  static func lines(of request: HTTPRequest) -> [String] {
    guard !request.usesFrontChannel else { return [Harmless.line(request.url)] }
    var lines = [request.requestLine] + fieldLines(request.fieldsWithHost)
    if !request.body.isEmpty { lines += ["", String(decoding: request.body, as: UTF8.self)] }
    return lines.map(Harmless.line)
  }

  /// Returns the redirect, or the status line, header fields, and body.
  static func lines(of message: ReceivedMessage) -> [String] {
    switch message {
    case .redirect(let redirect):
      guard let status = redirect.status else { return [Harmless.line(redirect.url)] }
      let statusLine = "HTTP/1.1 \(status) \(HTTPStatus.reasonPhrase(for: status))"
      return [Harmless.line(statusLine), Harmless.line("Location: " + redirect.url)]
    case .response(let response):
      var lines = [response.statusLine] + fieldLines(response.fields)
      guard !response.body.isEmpty else { return lines.map(Harmless.line) }
      lines.append("")
      let body = String(decoding: response.body.prefix(limit), as: UTF8.self)
      lines += body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if response.body.count > limit { lines.append("… (\(response.body.count) bytes in all)") }
      return lines.map(Harmless.line)
    }
  }

  private static func fieldLines(_ fields: [HTTPField]) -> [String] {
    fields.map { "\($0.name): \($0.value)" }
  }
}
