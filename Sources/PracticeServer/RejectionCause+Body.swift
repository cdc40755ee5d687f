import HTTPMessages
import Vocabulary

extension RejectionCause {
  var request: HTTPRequest { exchange.request }

  /// The cause of parameters that are not a form in the body (RFC 6749 §3.2, §4.1.3).
  var ofBody: String? {
    let type = (request.fields.value(of: "Content-Type") ?? "").lowercased()
    let body = String(decoding: request.body, as: UTF8.self)
    let isForm = (try? Form(decoding: body))?.value(of: "grant_type") != nil
    if isForm {
      return type.isEmpty
        ? "The body is a form, but Content-Type is missing. Send \(Form.mediaType)."
        : "The body is a form, but Content-Type is \(type.prefix(60)). Send \(Form.mediaType)."
    }
    if type.hasPrefix("application/json") || body.first == "{" {
      return "The body is JSON. Send a form: \(Form.mediaType) (RFC 6749 §4.1.3)."
    }
    if type.hasPrefix("multipart/") {
      return "The body is multipart, as curl -F sends it. Send \(Form.mediaType) (RFC 6749 §4.1.3)."
    }
    let isInQuery = exchange.misplacedParameter != nil
    guard request.body.isEmpty else {
      return isInQuery
        ? "Parameters are in the query. They belong in the body (RFC 6749 §4.1.3)." : nil
    }
    return isInQuery
      ? "The request has no body. Its parameters are in the query, but belong in the body (RFC 6749 §4.1.3)."
      : "The request has no body (RFC 6749 §4.1.3)."
  }
}
