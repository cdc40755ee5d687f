import HTTPMessages
import TestSupport
import Testing

@testable import LoopbackHTTP

struct RequestParserTests {
  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://a/ "),
    ("GET /a?b=c HTTP/1.1\r\nHost: a:8088\r\n\r\n", "GET http://a:8088/a?b=c "),
    ("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://a/ "),
    ("GET / HTTP/1.1\r\nHost:a\t \r\n\r\n", "GET http://a/ "),
    ("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", "GET http://[::1]:80/ "),
    ("GET / HTTP/1.7\r\nHost: a\r\n\r\n", "GET http://a/ "),
    ("GET / HTTP/1.0\r\n\r\n", "GET http://own:80/ "),
    ("GET http://b/c?d HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://b/c?d "),
    ("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS http://a "),
    ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", "POST http://a/ "),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nx=y", "POST http://a/ x=y"),
    ("POST / HTTP/1.1\r\nHost: a\r\ncontent-length: 003\r\n\r\nx=y", "POST http://a/ x=y"),
    (
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\nx=\r\n1\r\ny\r\n0\r\n\r\n",
      "POST http://a/ x=y"
    ),
    (
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "03 ;n=\"v\";m\r\nx=y\r\n000\r\nTrailer: discarded\r\n\r\n",
      "POST http://a/ x=y"
    ),
    (
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n",
      "POST http://a/ 0123456789"
    ),
  ]) func `a good request is read`(text: String, summary: String) throws {
    let parsing = Parsing.atOnce(text)
    expect(parsing, is: .byteByByte(text))
    expect(parsing.fault, is: nil)
    let request = try #require(parsing.requests.first)
    expect(parsing.requests.count, is: 1)
    let body = String(decoding: request.body, as: UTF8.self)
    expect("\(request.method) \(request.url) \(body)", is: summary)
  }

  @Test(arguments: [
    ("1.1", "", false), ("1.1", "Connection: keep-alive\r\n", false),
    ("1.1", "Connection: close\r\n", true), ("1.1", "Connection: x, Close\r\n", true),
    ("1.0", "", true), ("1.0", "Connection: keep-alive\r\n", true),
  ]) func `the client decides whether the connection goes on`(
    version: String, field: String, closes: Bool
  ) {
    let text = "GET / HTTP/\(version)\r\nHost: a\r\n\(field)\r\n"
    expect(Parsing.atOnce(text).closes, is: [closes])
  }

  @Test func `pipelined requests are read in order`() {
    let text = (1...50).map { number in
      "POST /\(number) HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n\(number + 10)"
    }.joined()
    let parsing = Parsing.atOnce(text)
    expect(parsing, is: .byteByByte(text))
    expect(parsing.requests.map(\.url), is: (1...50).map { "http://a/\($0)" })
    expect(parsing.requests.last?.body, is: Array("60".utf8))
  }

  @Test func `fields keep their order, their case and their repetition`() throws {
    let text = "GET / HTTP/1.1\r\nHost: a\r\nX-b: 1 \t2\r\nx-B: é\r\nEmpty:\r\n\r\n"
    let request = try #require(Parsing.atOnce(text).requests.first)
    let expected = [("Host", "a"), ("X-b", "1 \t2"), ("x-B", "é"), ("Empty", "")]
    expect(request.fields, is: expected.map { HTTPField($0.0, $0.1) })
  }

  @Test func `a request is not there before its last byte`() {
    let text = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nx=y"
    for count in 0..<text.utf8.count {
      let parsing = Parsing([Array(text.utf8.prefix(count))])
      expect(parsing, is: Parsing([]))
    }
  }

  @Test func `a continue is wanted once, and not if the body is there`() throws {
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\n"
    var parser = RequestParser(limits: LoopbackLimits(), ownAuthority: "own")
    parser.feed(Array(head.utf8))
    let first = try parser.next()
    expect(first, is: nil)
    let answers = [parser.takeContinueExpectation(), parser.takeContinueExpectation()]
    expect(answers, is: [true, false])

    parser = RequestParser(limits: LoopbackLimits(), ownAuthority: "own")
    parser.feed(Array((head + "x").utf8))
    let second = try parser.next()
    let isWanted = parser.takeContinueExpectation()
    expect(second == nil && !isWanted)
  }
}
