extension HTTPRequest {
  /// The request line for HTTP/1.1 (RFC 9112 §3).
  public var requestLine: String {
    let parts = URLParts(url)
    let path = parts.path.isEmpty ? "/" : parts.path
    return "\(method) \(path)\(parts.query.map { "?" + $0 } ?? "") HTTP/1.1"
  }

  /// The header fields as sent, with `Host` first (RFC 9110 §7.2).
  public var fieldsWithHost: [HTTPField] {
    if fields.value(of: "Host") != nil { return fields }
    return [HTTPField("Host", URLParts(url).authority)] + fields
  }

  /// The form in the body, or `nil` if the body is not a form.
  public var form: Form? {
    guard let type = fields.value(of: "Content-Type"),
      // RFC 9110 §8.3.1: a charset may follow, and case does not matter.
      type == Form.mediaType || HTTPField.mediaType(of: type) == Form.mediaType
    else { return nil }
    return try? Form(decoding: String(decoding: body, as: UTF8.self))
  }

  /// The form in the query: empty if there is no query, `nil` if it cannot be decoded.
  public var query: Form? {
    try? Form(decoding: URLParts(url).query ?? "")
  }
}

extension Form {
  /// The media type of an encoded form.
  public static let mediaType = "application/x-www-form-urlencoded"
}
