/// An HTTP response as a value: what came, before anybody makes sense of it.
public struct HTTPResponse: Hashable, Sendable {
  /// The status code, such as 200.
  public let status: Int
  /// The header fields, in the order in which they came.
  public let fields: [HTTPField]
  /// The body, byte for byte.
  public let body: [UInt8]

  /// Makes a response.
  public init(status: Int, fields: [HTTPField] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }
}

extension HTTPResponse {
  /// The status line of HTTP/1.1: RFC 9112 §4.
  public var statusLine: String { "HTTP/1.1 \(status) \(HTTPStatus.reasonPhrase(for: status))" }
}
