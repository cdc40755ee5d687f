import HTTPMessages
import TestSupport
import Testing

@testable import LoopbackHTTP

struct ResponseTextTests {
  private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"

  private static func text(
    _ response: HTTPResponse, to method: String = "GET", closing: Bool = false
  ) -> String {
    let text = ResponseText(response, to: method, closing: closing, date: date)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  @Test func `an answer has the fields of the handler, date and length, and to HEAD no body`() {
    let response = HTTPResponse(status: 200, fields: [HTTPField("X", "1")], body: [0x61])
    let expected = "HTTP/1.1 200 OK\r\nX: 1\r\nDate: \(Self.date)\r\nContent-Length: 1\r\n\r\na"
    expect(Self.text(response), is: expected)
    let text = Self.text(HTTPResponse(status: 200, body: [0x61]), to: "HEAD")
    expect(text.hasSuffix("Content-Length: 1\r\n\r\n"))
  }

  @Test(arguments: [204, 304]) func `a status without content has neither length nor body`(
    status: Int
  ) {
    let text = Self.text(HTTPResponse(status: status, body: [0x61]))
    expect(!text.contains("Content-Length"))
    expect(text.hasSuffix("\r\n\r\n"))
  }

  @Test func `the server alone decides on framing and connection`() {
    let fields = [
      HTTPField("content-length", "99"), HTTPField("Transfer-Encoding", "chunked"),
      HTTPField("Date", "long ago"), HTTPField("Connection", "close"),
    ]
    let text = ResponseText(
      HTTPResponse(status: 200, fields: fields), to: "GET", closing: false, date: Self.date)
    let expected =
      "HTTP/1.1 200 OK\r\nDate: long ago\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    expect(String(decoding: text.bytes, as: UTF8.self), is: expected)
    expect(text.closesConnection)
  }

  static let fields = [
    HTTPField("Location", "/\r\nSet-Cookie: a=b"), HTTPField("Location", "/\na"),
    HTTPField("Location", "/\u{0}"), HTTPField("A: b\r\nC", "d"), HTTPField("", "d"),
  ]

  @Test(
    arguments: fields.map { HTTPResponse(status: 302, fields: [$0]) }
      + [-1, 42, 100, 103, 600, 1000].map { HTTPResponse(status: $0) })
  func `a field that would split the answer, or a status that ends no exchange, becomes a 500`(
    response: HTTPResponse
  ) {
    let text = Self.text(response)
    expect(text.hasPrefix("HTTP/1.1 500 Internal Server Error\r\n"))
    expect(!text.contains("Set-Cookie") && !text.contains("Location"))
  }
}
