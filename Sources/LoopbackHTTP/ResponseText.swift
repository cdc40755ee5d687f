import HTTPMessages

/// An answer as it goes over the wire: RFC 9112 §4 and §6.
struct ResponseText {
  /// Head and body together, to be sent with one write.
  let bytes: [UInt8]
  /// Whether the connection ends with this answer.
  let closesConnection: Bool

  /// Writes an answer.
  ///
  /// - Parameters:
  ///   - response: What the handler says.
  ///   - method: The method of the request; `nil` if it never became known.
  ///   - closing: Whether the connection is to end, whatever the handler says.
  ///   - date: The value of `Date`.
  init(_ response: HTTPResponse, to method: String?, closing: Bool, date: String) {
    let response = Self.isWritable(response) ? response : .plain(status: 500, Self.apology)
    closesConnection = closing || Self.asksForClose(response)
    var head = "HTTP/1.1 \(response.status) \(HTTPStatus.reasonPhrase(for: response.status))\r\n"
    for field in response.fields where !Self.ownFields.contains(field.name.lowercased()) {
      head += field.name + ": " + field.value + "\r\n"
    }
    // RFC 9110 §6.6.1: a server with a clock says the date.
    if response.fields.value(of: "Date") == nil { head += "Date: " + date + "\r\n" }
    // RFC 9110 §8.6: no length where there can be no content; with 205 it is 0.
    let hasNoContent = response.status == 204 || response.status == 304
    let body = hasNoContent || response.status == 205 ? [] : response.body
    if !hasNoContent { head += "Content-Length: \(body.count)\r\n" }
    if closesConnection { head += "Connection: close\r\n" }
    var bytes = Array((head + "\r\n").utf8)
    // RFC 9110 §9.3.2: HEAD gets the same fields as GET, and no content.
    if method != "HEAD" { bytes += body }
    self.bytes = bytes
  }

  /// What the server alone decides: RFC 9112 §6.3 and §9.6.
  private static let ownFields: Set = [
    "content-length", "transfer-encoding", "connection", "keep-alive",
  ]

  private static let apology = "The answer of the handler could not be written as HTTP."

  /// Whether status and fields can be written as they are.
  ///
  /// A value that ends its line would begin another, and a redirect to a text from the request
  /// could become a second answer. A 1xx would not end the exchange: RFC 9110 §15.2.
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

/// The present as HTTP writes it, made anew once a second.
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
