extension HTTPMessageText {
  /// A request as it goes over the wire, with its host: RFC 9112 §3.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - remarks: Lines to put before it.
  public init(_ request: HTTPRequest, remarks: [String]) {
    self.init(
      remarks: remarks, startLine: request.requestLine, fields: request.fieldsWithHost,
      body: request.body)
  }

  /// A response as it goes over the wire: RFC 9112 §4.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - remarks: Lines to put before it.
  public init(_ response: HTTPResponse, remarks: [String]) {
    self.init(
      remarks: remarks, startLine: response.statusLine, fields: response.fields,
      body: response.body)
  }

  /// The bytes of a file with this message, which can be read as this message again.
  ///
  /// A field whose name is none is left out, and no text can begin a line of its own.
  public var bytes: [UInt8] {
    var lines = remarks.map { "# " + Harmless.line($0) }
    lines.append(Harmless.line(startLine))
    for field in fields where Self.isName(field.name[...]) && !field.name.isEmpty {
      lines.append("\(Harmless.line(field.name)): \(Harmless.line(field.value))")
    }
    return Array((lines.joined(separator: "\n") + "\n\n").utf8) + body
  }
}
