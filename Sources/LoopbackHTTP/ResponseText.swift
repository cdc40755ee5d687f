import HTTPMessages

/// A response as sent (RFC 9112 §4 and §6).
struct ResponseText {
  /// The head and the body together, for a single write.
  let bytes: [UInt8]
  /// Whether the connection closes after this response.
  let closesConnection: Bool

  /// Creates the text of a response.
  ///
  /// - Parameters:
  ///   - response: The handler's response.
  ///   - method: The method of the request, or `nil` if unknown.
  ///   - closing: Whether to close the connection, even if the handler does not ask for it.
  ///   - date: The value of `Date`.
  init(_ response: HTTPResponse, to method: String?, closing: Bool, date: String) {
    let response = Self.isWritable(response) ? response : .plain(status: 500, Self.apology)
    closesConnection = closing || Self.asksForClose(response)
    var head = "HTTP/1.1 \(response.status) \(HTTPStatus.reasonPhrase(for: response.status))\r\n"
    for field in response.fields where !Self.ownFields.contains(field.name.lowercased()) {
      head += field.name + ": " + field.value + "\r\n"
    }
    // RFC 9110 §6.6.1: a server with a clock sends the date.
    if response.fields.value(of: "Date") == nil { head += "Date: " + date + "\r\n" }
    // RFC 9110 §8.6: no length if there can be no content; for 205 it is 0.
    let hasNoContent = response.status == 204 || response.status == 304
    let body = hasNoContent || response.status == 205 ? [] : response.body
    if !hasNoContent { head += "Content-Length: \(body.count)\r\n" }
    if closesConnection { head += "Connection: close\r\n" }
    var bytes = Array((head + "\r\n").utf8)
    // RFC 9110 §9.3.2: HEAD gets the same fields as GET, but no content.
    if method != "HEAD" { bytes += body }
    self.bytes = bytes
  }

  /// The fields that only the server sets (RFC 9112 §6.3 and §9.6).
  private static let ownFields: Set = [
    "content-length", "transfer-encoding", "connection", "keep-alive",
  ]

  private static let apology = "The handler's response could not be written as HTTP."

  /// Whether the status and the fields can be sent unchanged.
  ///
  /// A line break in a value would start another field or even a second response. A 1xx response
  /// is never the final one (RFC 9110 §15.2).
  private static func isWritable(_ response: HTTPResponse) -> Bool {
    200...599 ~= response.status
      && response.fields.allSatisfy { field in
        field.name.utf8.isToken && field.value.utf8.allSatisfy(\.isFieldContent)
      }
  }

  private static func asksForClose(_ response: HTTPResponse) -> Bool {
    response.fields.value(of: "Connection")?.listElements.contains("close") ?? false
  }
}

/// The value of `Date`, formatted at most once per second.
final class DateLine: Sendable {
  private let secondsSince1970: @Sendable () -> Int
  private let latest = Lock((second: Int.min, text: ""))

  init(_ secondsSince1970: @escaping @Sendable () -> Int) {
    self.secondsSince1970 = secondsSince1970
  }

  var text: String {
    let second = secondsSince1970()
    return latest.withLock { latest in
      if latest.second != second { latest = (second, HTTPDate.text(secondsSince1970: second)) }
      return latest.text
    }
  }
}
