public import HTTPMessages

/// The header fields that the back channel adds, so that a request can be shown as it is sent.
///
/// `URLSession` adds fields of its own, and gives some a value that differs from system to system. Those
/// that can be set are set, so that the value is known; those that cannot are known to be what stands
/// here. The order is `URLSession`'s own and means nothing (RFC 9110 §5.3), and so is the case of the
/// names. Where a server speaks HTTP/2, the same request goes without `Connection`, and with `Host` as
/// `:authority`.
public enum ChannelFields {
  /// What is added to a request that does not say it itself.
  static let usual = [
    HTTPField("User-Agent", "oauth-workbench"),
    // Some servers answer with a form unless they are asked for JSON: RFC 6749 §5.1.
    HTTPField("Accept", "application/json"),
    // What is compressed would be shown otherwise than it came: RFC 9110 §12.5.3.
    HTTPField("Accept-Encoding", "identity"),
    HTTPField("Accept-Language", "en"),
  ]

  /// What belongs to the connection: a request's own fields of these names give way.
  static let ofConnection = ["host", "connection", "content-length", "transfer-encoding", "expect"]

  /// The methods with which content means nothing (RFC 9110 §9.3.1 and §9.3.2): no length is sent either.
  static let withoutContent = ["GET", "HEAD"]

  /// The fields, in lower case, that no step sets: they belong to the channel.
  public static let ofChannel: Set<String> = [
    "host", "connection", "content-length", "user-agent", "accept-encoding", "accept-language",
  ]

  /// The request as it goes over the wire.
  ///
  /// - Parameter request: The request that a step built.
  /// - Returns: The same request with all its header fields, and none of them twice.
  public static func complete(_ request: HTTPRequest) -> HTTPRequest {
    let own = joined(request.fields).filter { !ofConnection.contains($0.name.lowercased()) }
    let missing = (usual + typeOfBody(request)).filter { own.value(of: $0.name) == nil }
    let authority = URLParts(request.url).authority
    let host = (try? RequestURL(request.url))?.hostField ?? authority
    let first = [HTTPField("Host", host), HTTPField("Connection", "keep-alive")]
    let length = HTTPField("Content-Length", String(request.body.count))
    return HTTPRequest(
      request.channel, method: request.method, url: request.url,
      fields: first + missing + own + (withoutContent.contains(request.method) ? [] : [length]),
      body: request.body)
  }

  /// `URLSession` takes a body without a type for a form.
  private static func typeOfBody(_ request: HTTPRequest) -> [HTTPField] {
    request.body.isEmpty ? [] : [HTTPField("Content-Type", Form.mediaType)]
  }

  /// Fields of one name become one, their values in order: RFC 9110 §5.3.
  private static func joined(_ fields: [HTTPField]) -> [HTTPField] {
    var result: [HTTPField] = []
    for field in fields {
      let name = field.name.lowercased()
      if let index = result.firstIndex(where: { $0.name.lowercased() == name }) {
        result[index] = HTTPField(result[index].name, "\(result[index].value), \(field.value)")
      } else {
        result.append(field)
      }
    }
    return result
  }
}
