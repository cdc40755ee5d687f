import HTTPMessages

extension HTTPResponse {
  /// Returns a JSON response.
  static func json(_ status: Int, _ value: JSONText) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: jsonFields, body: Array(value.text.utf8))
  }

  /// The header fields of every JSON response.
  ///
  /// It may repeat values from the request, so no browser may treat it as a page.
  static let jsonFields = [
    HTTPField("Content-Type", "application/json;charset=UTF-8"),
    HTTPField("X-Content-Type-Options", "nosniff"),
  ]

  /// Returns an HTML page.
  static func page(_ status: Int, _ html: String) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", "text/html;charset=UTF-8")],
      body: Array(html.utf8))
  }

  /// Returns a redirect, by default with 303 so that a form is not posted again (RFC 9700 §4.12).
  static func redirect(to url: String, status: Int = 303) -> HTTPResponse {
    HTTPResponse(status: status, fields: [HTTPField("Location", url)])
  }

  /// Returns the response with more header fields.
  func adding(_ more: [HTTPField]) -> HTTPResponse {
    HTTPResponse(status: status, fields: fields + more, body: body)
  }
}
