extension HTTPMessageText {
  /// The request that the text is.
  ///
  /// - Parameter scheme: What the URL begins with, which does not stand in the message.
  /// - Returns: The request, its URL made whole from the target and the `Host` field.
  /// - Throws: `Fault.startLine` if the text is no request.
  public func request(scheme: String = "https") throws(Fault) -> HTTPRequest {
    let words = startLine.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1", words[1].hasPrefix("/"),
      let host = fields.value(of: "Host")
    else { throw .startLine(startLine) }
    return HTTPRequest(
      method: String(words[0]), url: "\(scheme)://\(host)\(words[1])", fields: fields, body: body)
  }

  /// The versions that a status line may name; curl writes the newer ones, too.
  private static let versions: Set<String> = ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"]

  /// The response that the text is.
  ///
  /// - Returns: The response.
  /// - Throws: `Fault.startLine` if the text is no response.
  public func response() throws(Fault) -> HTTPResponse {
    let words = startLine.split(separator: " ", maxSplits: 2)
    guard words.count >= 2, Self.versions.contains(String(words[0])), words[1].utf8.count == 3,
      let status = Int(words[1]), 100...599 ~= status
    else { throw .startLine(startLine) }
    // RFC 9110 §15.2: an interim answer such as 100 Continue comes before the real one.
    if 100...199 ~= status { return try HTTPMessageText(body).response() }
    return HTTPResponse(status: status, fields: fields, body: body)
  }
}
