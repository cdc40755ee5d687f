/// An HTTP request as a value: what would be sent, before anybody sends it.
public struct HTTPRequest: Hashable, Sendable {
  /// The way that a request takes.
  public enum Channel: String, Hashable, Sendable {
    /// Through the user's browser, which adds the header fields.
    case front
    /// Directly from the client to the server.
    case back
  }

  /// The way that it takes.
  public let channel: Channel
  /// The method, `GET` or `POST`.
  public let method: String
  /// The whole URL.
  public let url: String
  /// The header fields, in the order in which they are sent.
  public let fields: [HTTPField]
  /// The body, byte for byte; empty for a request without one.
  public let body: [UInt8]

  /// Makes a request; one that says nothing of its channel is sent directly.
  public init(
    _ channel: Channel = .back, method: String, url: String, fields: [HTTPField] = [],
    body: [UInt8] = []
  ) {
    self.channel = channel
    self.method = method
    self.url = url
    self.fields = fields
    self.body = body
  }

  /// Whether the browser sends it.
  public var usesFrontChannel: Bool { channel == .front }

  /// The scheme of the `Authorization` field, such as `Basic`; `nil` without one (RFC 9110 §11.6.2).
  public var authenticationScheme: String? {
    fields.value(of: "Authorization").map { String($0.prefix { $0 != " " }) }
  }
}
