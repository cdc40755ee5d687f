import HTTPMessages
import Vocabulary

/// Requests and responses as HAR 1.2 defines them.
enum HARMessage {
  /// Returns a request; its sizes are those of the shown text.
  static func request(_ request: HTTPRequest) -> JSONText {
    let fields = request.usesFrontChannel ? [] : request.fieldsWithHost
    var members: [JSONText.Member] = [
      .init("method", .string(request.method)), .init("url", .string(uri(request.url))),
      .init("httpVersion", .string("HTTP/1.1")),
      .init("cookies", .array(cookies(in: fields, "cookie"))),
      .init("headers", pairs(fields.map { ($0.name, $0.value) })),
      .init("queryString", pairs((request.query?.pairs ?? []).map { ($0.name, $0.value) })),
    ]
    if !request.body.isEmpty { members.append(.init("postData", postData(of: request))) }
    return .object(members + sizes(of: request.body))
  }

  /// Returns a response, with an optional comment.
  static func response(_ response: HTTPResponse, comment: String? = nil) -> JSONText {
    let members: [JSONText.Member] = [
      .init("status", .number(response.status)),
      .init("statusText", .string(HTTPStatus.reasonPhrase(for: response.status))),
      .init("httpVersion", .string("HTTP/1.1")),
      .init("cookies", .array(cookies(in: response.fields, "set-cookie"))),
      .init("headers", pairs(response.fields.map { ($0.name, $0.value) })),
      .init("content", content(of: response)),
      .init("redirectURL", .string(response.fields.value(of: "Location").map(uri) ?? "")),
    ]
    return .object(
      members + sizes(of: response.body)
        + (comment.map { [.init("comment", .string($0))] } ?? []))
  }

  /// Returns the body, parsed and as text: HAR 1.2 allows only one, but browsers write both.
  private static func postData(of request: HTTPRequest) -> JSONText {
    .object([
      .init("mimeType", .string(mediaType(in: request.fields))),
      .init("params", pairs((request.form?.pairs ?? []).map { ($0.name, $0.value) })),
      .init("text", .string(String(decoding: request.body, as: UTF8.self))),
    ])
  }

  private static func content(of response: HTTPResponse) -> JSONText {
    let text = String(decoding: response.body, as: UTF8.self)
    // JSON text cannot contain bytes that are not valid UTF-8.
    let isText = text.utf8.elementsEqual(response.body)
    let members: [JSONText.Member] = [
      .init("size", .number(response.body.count)),
      .init("mimeType", .string(mediaType(in: response.fields))),
      .init("text", .string(isText ? text : Base64.standard.encode(response.body))),
    ]
    return .object(members + (isText ? [] : [.init("encoding", .string("base64"))]))
  }

  private static func mediaType(in fields: [HTTPField]) -> String {
    fields.value(of: "Content-Type") ?? "x-unknown"
  }

  /// Returns the sizes; -1 means that the size of the header section is unknown.
  private static func sizes(of body: [UInt8]) -> [JSONText.Member] {
    [.init("headersSize", .number(-1)), .init("bodySize", .number(body.count))]
  }

  private static func pairs(_ pairs: [(String, String)]) -> JSONText {
    .array(
      pairs.map { .object([.init("name", .string($0.0)), .init("value", .string($0.1))]) })
  }

  /// Returns the cookies; after the first pair of Set-Cookie come attributes (RFC 6265 §4.1.1).
  private static func cookies(in fields: [HTTPField], _ name: String) -> [JSONText] {
    fields.filter { $0.name.lowercased() == name }.flatMap { field in
      let parts = field.value.split(separator: ";")
      return parts.prefix(name == "set-cookie" ? 1 : parts.count).map(cookie)
    }
  }

  private static func cookie(_ text: Substring) -> JSONText {
    let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = pair.count > 1 ? trimmed(pair[1]) : ""
    return .object([.init("name", .string(trimmed(pair[0]))), .init("value", .string(value))])
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Returns a URL with characters encoded that RFC 3986 does not allow, as in `<code hidden>`.
  private static func uri(_ url: String) -> String {
    url.utf8.map { byte in
      let isAllowed = Unicode.Scalar(byte).isASCIILetterOrDigit || marks.contains(byte)
      return isAllowed ? String(Unicode.Scalar(byte)) : "%" + hexadecimal(byte, digits: 2)
    }.joined()
  }

  private static let marks = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
}
