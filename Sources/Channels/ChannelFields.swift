public import HTTPMessages

/// The header fields that the back channel adds, so that a request can be shown as sent.
///
/// `URLSession` adds fields whose values differ between systems. The channel sets those it can, so
/// that their values are known; the others always have the values listed here. The order and the
/// case of the names are `URLSession`'s own and have no meaning (RFC 9110 §5.1 and §5.3). Over
/// HTTP/2, the same request has no `Connection`, and `Host` becomes `:authority`.
public enum ChannelFields {
  /// The fields added to a request that does not have them.
  static let usual = [
    HTTPField("User-Agent", "oauth-workbench"),
    // RFC 6749 §5.1 requires JSON, but some servers return a form unless the client asks for JSON.
    HTTPField("Accept", "application/json"),
    // RFC 9110 §12.5.3: a compressed body could not be shown as received.
    HTTPField("Accept-Encoding", "identity"),
    HTTPField("Accept-Language", "en"),
  ]

  /// The names of fields that the connection sets; a request's own ones are dropped.
  static let ofConnection = ["host", "connection", "content-length", "transfer-encoding", "expect"]

  /// The methods whose content has no meaning, sent without a length (RFC 9110 §9.3.1 and §9.3.2).
  static let withoutContent = ["GET", "HEAD"]

  /// The lowercase names of the fields that only the channel sets.
  public static let ofChannel: Set<String> = [
    "host", "connection", "content-length", "user-agent", "accept-encoding", "accept-language",
  ]

  /// Adds the fields of the channel to a request.
  ///
  /// - Parameter request: The request that a step built.
  /// - Returns: The request as sent, with no header field repeated.
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

  /// Returns the type that `URLSession` assumes if a body has none: that of a form.
  private static func typeOfBody(_ request: HTTPRequest) -> [HTTPField] {
    request.body.isEmpty ? [] : [HTTPField("Content-Type", Form.mediaType)]
  }

  /// Joins fields with the same name into one, values in order (RFC 9110 §5.3).
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
