/// An HTTP request as a value: what would be sent, before anybody sends it.
public struct HTTPRequest: Hashable, Sendable {
  /// The method, `GET` or `POST`.
  public let method: String
  /// The whole URL.
  public let url: String
  /// The header fields, in the order in which they are sent.
  public let fields: [HTTPField]
  /// The body, byte for byte; empty for a request without one.
  public let body: [UInt8]

  /// Makes a request.
  public init(method: String, url: String, fields: [HTTPField] = [], body: [UInt8] = []) {
    self.method = method
    self.url = url
    self.fields = fields
    self.body = body
  }
}
