import HTTPMessages
import Vocabulary

extension RejectionCause {
  var request: HTTPRequest { exchange.request }

  /// RFC 6749 §3.2 and §4.1.3: the parameters come as a form, in the body.
  var ofBody: String? {
    let type = (request.fields.value(of: "Content-Type") ?? "").lowercased()
    let body = String(decoding: request.body, as: UTF8.self)
    let isForm = (try? Form(decoding: body))?.value(of: "grant_type") != nil
    if isForm {
      return type.isEmpty
        ? "The body is a form, and no Content-Type says so: \(Form.mediaType)."
        : "The body is a form, and Content-Type calls it \(type.prefix(60)): \(Form.mediaType) is right."
    }
    if type.hasPrefix("application/json") || body.first == "{" {
      return "The body is JSON, and a form is wanted: \(Form.mediaType) (RFC 6749 §4.1.3)."
    }
    if type.hasPrefix("multipart/") {
      return "The body is multipart, as curl -F sends it; a form is wanted (RFC 6749 §4.1.3)."
    }
    let isInQuery = exchange.misplacedParameter != nil
    guard request.body.isEmpty else {
      return isInQuery
        ? "Parameters are in the query; they belong in the body (RFC 6749 §4.1.3)." : nil
    }
    return isInQuery
      ? "The request has no body. Its parameters are in the query; they belong in the body (RFC 6749 §4.1.3)."
      : "The request has no body (RFC 6749 §4.1.3)."
  }
}
