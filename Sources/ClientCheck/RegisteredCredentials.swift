import HTTPMessages
import Vocabulary

/// A client's credentials for HTTP Basic authentication, with and without the encoding of RFC 6749 §2.3.1.
struct RegisteredCredentials: Sendable {
  let identifier: String
  let secret: String

  /// The values of the Authorization header field without its scheme: secrets as well.
  var values: [String] { [encoded, unencoded].map { String($0.dropFirst("Basic ".count)) } }

  /// The value of the Authorization header field.
  private var encoded: String {
    "Basic "
      + Base64.standard.encode(Array("\(Form.encode(identifier)):\(Form.encode(secret))".utf8))
  }

  /// The same without the form encoding, which many libraries leave out.
  private var unencoded: String {
    "Basic " + Base64.standard.encode(Array("\(identifier):\(secret)".utf8))
  }

  /// Whether a request has credentials that are not form-encoded.
  func areUnencoded(in request: HTTPRequest) -> Bool {
    request.fields.value(of: "Authorization") == unencoded
  }

  /// The request with encoded credentials: case A8 names the fault, and the other cases continue.
  func corrected(_ request: HTTPRequest) -> HTTPRequest {
    guard areUnencoded(in: request) else { return request }
    let others = request.fields.filter { $0.name.lowercased() != "authorization" }
    return HTTPRequest(
      method: request.method, url: request.url,
      fields: others + [HTTPField("Authorization", encoded)], body: request.body)
  }
}
