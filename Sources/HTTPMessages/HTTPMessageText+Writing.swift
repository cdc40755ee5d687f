extension HTTPMessageText {
  /// Creates the text of a request as sent, with its `Host` field (RFC 9112 §3).
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - remarks: Comment lines to put before it.
  public init(_ request: HTTPRequest, remarks: [String]) {
    self.init(
      remarks: remarks, startLine: request.requestLine, fields: request.fieldsWithHost,
      body: request.body)
  }

  /// Creates the text of a response as sent (RFC 9112 §4).
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - remarks: Comment lines to put before it.
  public init(_ response: HTTPResponse, remarks: [String]) {
    self.init(
      remarks: remarks, startLine: response.statusLine, fields: response.fields,
      body: response.body)
  }

  /// The bytes of a file with this message, from which the message can be read again.
  ///
  /// A field with an invalid name is omitted, and a line break in a text cannot start a new line.
  public var bytes: [UInt8] {
    var lines = remarks.map { "# " + Harmless.line($0) }
    lines.append(Harmless.line(startLine))
    for field in fields where Self.isName(field.name[...]) && !field.name.isEmpty {
      lines.append("\(Harmless.line(field.name)): \(Harmless.line(field.value))")
    }
    return Array((lines.joined(separator: "\n") + "\n\n").utf8) + body
  }
}
