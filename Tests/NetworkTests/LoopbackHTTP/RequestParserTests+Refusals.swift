import HTTPMessages
import TestSupport
import Testing

@testable import LoopbackHTTP

extension RequestParserTests {
  private static let post = "POST / HTTP/1.1\r\nHost: a\r\n"

  private static let heads: [(text: String, status: Int)] = [
    // The request line: RFC 9112 §3.
    ("GET /\r\n\r\n", 400), ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    (" GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400),
    ("G{T / HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("\r\n\r\nGET / HTTP/1.1\r\n", 400),
    ("get / HTTP/1.1\r\nHost: a\r\n\r\n", 501), ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    ("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    ("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    ("GET / http/1.1\r\nHost: a\r\n\r\n", 400), ("GET / HTTP/1.11\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505), ("GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505),
    ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505), ("\u{16}\u{3}\u{1}", 400),
    ("GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /#f HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET /é HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET http:///x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET ftp://a/x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    // Line ends and fields: RFC 9112 §2.2 and §5, RFC 9110 §5.
    ("GET / HTTP/1.1\nHost: a\n\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nX: b\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n", 400),
    ("GET /\rHTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nnothing\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nX: b\u{0}\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nX: b\u{7F}\r\n\r\n", 400),
    // Host: RFC 9112 §3.2.
    ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400),
    // RFC 3986 §3.2: a port has digits only, and TCP has 65536 of them.
    ("GET / HTTP/1.1\r\nHost: a:99999999\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a:99999999999999999999999\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: ::1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: [::1]1\r\n\r\n", 400),
    ("GET http://a:65536/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\nExpect: a-miracle\r\n\r\n", 417),
  ]

  private static let bodies: [(text: String, status: Int)] = [
    // Lengths: RFC 9112 §6.3, RFC 9110 §8.6.
    (post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy", 400),
    (post + "Content-Length: 1, 2\r\n\r\nxy", 400), (post + "Content-Length: +1\r\n\r\nx", 400),
    (post + "Content-Length: -1\r\n\r\nx", 400), (post + "Content-Length: 1 1\r\n\r\nx", 400),
    (post + "Content-Length:\r\n\r\nx", 400), (post + "Content-Length: 0x1\r\n\r\nx", 400),
    (post + "Content-Length: 99999999999999999999\r\n\r\nx", 400),
    (post + "Content-Length: 1048577\r\n\r\nx", 413),
    // Transfer codings: RFC 9112 §6.1.
    (post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    (post + "Transfer-Encoding: gzip\r\n\r\n", 501),
    (post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501),
    (post + "Transfer-Encoding: xchunked\r\n\r\n", 501),
    (post + "Transfer-Encoding: chunked, chunked\r\n\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    (post + "Transfer-Encoding:\r\n\r\n", 400), (post + "Transfer-Encoding : chunked\r\n\r\n", 400),
    ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    // Chunks: RFC 9112 §7.1.
    (post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\n\r\n0x1\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\n\r\n\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\n\r\n1 1\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\n\r\n1;a\u{0}\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\n\r\n1\nx\r\n0\r\n\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n0\r\n\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\n\r\n0\r\nT : u\r\n\r\n", 400),
    (post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n", 413),
    (post + "Transfer-Encoding: chunked\r\n\r\n00000000000000001\r\n", 400),
  ]

  @Test(arguments: heads + bodies)
  func `a bad head or body is refused`(text: String, status: Int) {
    let parsing = Parsing.atOnce(text)
    expect(parsing.fault?.status, is: status)
    expect(parsing.requests.isEmpty)
    expect(parsing, is: .byteByByte(text))
  }

  @Test func `each limit is met exactly`() {
    let limits = LoopbackLimits(requestLine: 20, headerSection: 30, fields: 2, body: 4)
    func request(target: String = "/", fields: String = "", body: String = "") -> String {
      "PUT \(target) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\(body)"
    }
    let chunked = "Transfer-Encoding: chunked\r\n"
    let roomier = LoopbackLimits(headerSection: 50, body: 4)
    for (text, limits, status) in [
      (request(target: "/2345"), limits, nil), (request(target: "/23456"), limits, 414),
      (request(fields: "X: 45678901234567\r\n"), limits, nil),
      (request(fields: "X: 456789012345678\r\n"), limits, 431),
      (request(fields: "X: 1\r\n"), limits, nil), (request(fields: "X: 1\r\nY:\r\n"), limits, 431),
      (request(fields: "Content-Length: 4\r\n", body: "1234"), limits, nil),
      (request(fields: "Content-Length: 5\r\n", body: "12345"), limits, 413),
      (request(fields: chunked, body: "2\r\n12\r\n2\r\n34\r\n0\r\n\r\n"), roomier, nil),
      (request(fields: chunked, body: "2\r\n12\r\n3\r\n345\r\n0\r\n\r\n"), roomier, 413),
      (
        request(fields: chunked, body: "0\r\nT: \(String(repeating: "t", count: 50))"), roomier, 431
      ),
      (request(fields: chunked, body: "1;\(String(repeating: "e", count: 70))"), roomier, 400),
    ] as [(String, LoopbackLimits, Int?)] {
      let parsing = Parsing.atOnce(text, limits: limits)
      expect(parsing.fault?.status, is: status, "\(text)")
      expect(parsing, is: .byteByByte(text, limits: limits))
    }
  }

  @Test(arguments: ["a", "a:0", "a:65535", "a:", "[::1]", "[::1]:8088", "127.0.0.1:80"])
  func `a host may have a port`(host: String) {
    let parsing = Parsing.atOnce("GET /x HTTP/1.1\r\nHost: \(host)\r\n\r\n")
    expect(parsing.fault, is: nil)
    expect(parsing.requests.map(\.url), is: ["http://\(host)/x"])
  }

  // RFC 9112 §6.3.
  @Test(arguments: ["", "Content-Type: application/x-www-form-urlencoded\r\n"])
  func `without a length and a transfer coding the body is empty`(field: String) {
    for method in ["POST", "PUT", "PATCH", "DELETE"] {
      let text = "\(method) /token?a=b HTTP/1.1\r\nHost: a\r\n\(field)\r\n"
      let parsing = Parsing.atOnce(text + text)
      expect(parsing.fault, is: nil)
      expect(parsing.requests.map(\.body), is: [[], []])
    }
  }

  @Test func `what stands before a bad request is read`() {
    let parsing = Parsing.atOnce("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /\r\n")
    expect(parsing.requests.count, is: 1)
    expect(parsing.fault?.status, is: 400)
  }
}
