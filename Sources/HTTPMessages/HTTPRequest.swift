/// An HTTP request as a value, independent of sending it.
public struct HTTPRequest: Hashable, Sendable {
  /// The path of a request from the client to the server.
  public enum Channel: String, Hashable, Sendable {
    /// The user's browser, which adds the header fields.
    case front
    /// A direct connection from the client to the server.
    case back
  }

  /// The channel over which it is sent.
  public let channel: Channel
  /// The method, `GET` or `POST`.
  public let method: String
  /// The complete URL.
  public let url: String
  /// The header fields, in the order in which they are sent.
  public let fields: [HTTPField]
  /// The body, byte for byte; empty for a request without one.
  public let body: [UInt8]

  /// Creates a request, by default for the back channel.
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

  /// Whether the user's browser sends it.
  public var usesFrontChannel: Bool { channel == .front }

  /// The scheme in `Authorization`, such as `Basic`, or `nil` without one (RFC 9110 §11.6.2).
  public var authenticationScheme: String? {
    fields.value(of: "Authorization").map { String($0.prefix { $0 != " " }) }
  }
}
