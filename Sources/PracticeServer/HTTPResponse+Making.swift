import HTTPMessages

extension HTTPResponse {
  /// A JSON answer.
  static func json(_ status: Int, _ value: JSONText) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: jsonFields, body: Array(value.text.utf8))
  }

  /// The header fields of every JSON answer; it may repeat what came, and is never a page.
  static let jsonFields = [
    HTTPField("Content-Type", "application/json;charset=UTF-8"),
    HTTPField("X-Content-Type-Options", "nosniff"),
  ]

  /// An HTML page.
  static func page(_ status: Int, _ html: String) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", "text/html;charset=UTF-8")],
      body: Array(html.utf8))
  }

  /// A redirect of the browser: 303, so that a form is not posted on (RFC 9700 §4.12).
  static func redirect(to url: String, status: Int = 303) -> HTTPResponse {
    HTTPResponse(status: status, fields: [HTTPField("Location", url)])
  }

  /// The same answer with more header fields.
  func adding(_ more: [HTTPField]) -> HTTPResponse {
    HTTPResponse(status: status, fields: fields + more, body: body)
  }
}
