extension HTTPMessageText {
  /// The request that the text is.
  ///
  /// - Returns: The request, its URL made whole from the target and the `Host` field.
  /// - Throws: `Fault.startLine` if the text is no request.
  public func request() throws(Fault) -> HTTPRequest {
    let words = startLine.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1", words[1].hasPrefix("/"),
      let host = fields.value(of: "Host")
    else { throw .startLine(startLine) }
    return HTTPRequest(
      method: String(words[0]), url: "https://\(host)\(words[1])", fields: fields, body: body)
  }

  /// The response that the text is.
  ///
  /// - Returns: The response.
  /// - Throws: `Fault.startLine` if the text is no response.
  public func response() throws(Fault) -> HTTPResponse {
    let words = startLine.split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]),
      100...599 ~= status
    else { throw .startLine(startLine) }
    return HTTPResponse(status: status, fields: fields, body: body)
  }
}
