extension HTTPRequest {
  /// The request line of HTTP/1.1: RFC 9112 §3.
  public var requestLine: String {
    let parts = URLParts(url)
    let path = parts.path.isEmpty ? "/" : parts.path
    return "\(method) \(path)\(parts.query.map { "?" + $0 } ?? "") HTTP/1.1"
  }

  /// The header fields with `Host` first, as they go over the wire: RFC 9110 §7.2.
  public var fieldsWithHost: [HTTPField] {
    if fields.value(of: "Host") != nil { return fields }
    return [HTTPField("Host", URLParts(url).authority)] + fields
  }

  /// The form in the body; `nil` if the body is none.
  public var form: Form? {
    guard fields.value(of: "Content-Type") == Form.mediaType else { return nil }
    return try? Form(decoding: String(decoding: body, as: UTF8.self))
  }

  /// The form in the query; empty without one, `nil` if it cannot be read.
  public var query: Form? {
    try? Form(decoding: URLParts(url).query ?? "")
  }
}

extension Form {
  /// The media type of a form in a body.
  public static let mediaType = "application/x-www-form-urlencoded"
}
