import HTTPMessages
import TestSupport
import Testing

struct HTTPMessageTextTests {
  private func message(_ text: String) throws -> HTTPMessageText {
    try HTTPMessageText(Array(text.utf8))
  }

  @Test(arguments: ["\n", "\r\n"])
  func `lines may end in LF or CRLF`(end: String) throws {
    let lines = [
      "# One remark.", "#Another one. ", "", "POST /token?a=b HTTP/1.1", "Host: example.com",
      "Accept:application/json", "X-Empty:", "X-Colons: a:b:c ", "", "body",
    ]
    let message = try message(lines.joined(separator: end))
    expect(message.remarks, is: ["One remark.", "Another one."])
    expect(message.startLine, is: "POST /token?a=b HTTP/1.1")
    expect(
      message.fields,
      is: [
        HTTPField("Host", "example.com"), HTTPField("Accept", "application/json"),
        HTTPField("X-Empty", ""), HTTPField("X-Colons", "a:b:c"),
      ])
    expect(message.body, is: Array("body".utf8))
  }

  @Test func `the body is kept byte for byte`() throws {
    let head = Array("HTTP/1.1 200 OK\nA: b\n\n".utf8)
    let bodies: [[UInt8]] = [
      [], Array("\n".utf8), Array("\n\na\n\n# no remark\r\n\r\nb".utf8), Array(0...255),
    ]
    for body in bodies {
      let message = try HTTPMessageText(head + body)
      expect(message.body, is: body)
      expect(message.fields, is: [HTTPField("A", "b")])
    }
  }

  @Test func `a message may end anywhere`() throws {
    expect(try message("HTTP/1.1 200 OK").response(), is: HTTPResponse(status: 200))
    expect(try message("HTTP/1.1 200 OK\n").response(), is: HTTPResponse(status: 200))
    let response = try message("HTTP/1.1 404 Not Found\nA: b").response()
    expect(response, is: HTTPResponse(status: 404, fields: [HTTPField("A", "b")]))
  }

  @Test(arguments: [
    ("", #"{"access_token":"a"}"#), ("", "a=b&c=d:e"), ("", "<p>one: two"),
    ("", "two words: three"), ("A: b\n", "no colon"),
  ])
  func `a body without a blank line before it is not taken for fields`(
    fields: String, line: String
  ) {
    #expect(throws: HTTPMessageText.Fault.field(line)) {
      try message("HTTP/1.1 200 OK\n\(fields)\(line)\n\n")
    }
    #expect(throws: HTTPMessageText.Fault.field(line)) {
      try message("HTTP/1.1 200 OK\n\(fields)\(line)\n")
    }
  }

  @Test(arguments: ["", "\n", "\n\n\n", "# only a remark", "# a\n# b\n", "{\"json\": true}"])
  func `a text without a message is neither request nor response`(text: String) throws {
    let message = try message(text)
    #expect(throws: HTTPMessageText.Fault.self) { try message.request() }
    #expect(throws: HTTPMessageText.Fault.self) { try message.response() }
  }

  @Test func `a request is made whole from its target and its Host`() throws {
    let text = "POST /oauth2/token?a=b HTTP/1.1\nhost: api.example.com:8443\nA: b\n\nx=y"
    let request = try message(text).request()
    expect(request.method, is: "POST")
    expect(request.url, is: "https://api.example.com:8443/oauth2/token?a=b")
    expect(request.fields.map(\.name), is: ["host", "A"])
    expect(request.body, is: Array("x=y".utf8))
  }

  @Test(arguments: [
    "GET / HTTP/1.1\n", "GET HTTP/1.1\nHost: a\n", "GET  / HTTP/1.1\nHost: a\n",
    "GET / HTTP/2\nHost: a\n", "GET /\nHost: a\n", "GET http://a/ HTTP/1.1\nHost: a\n",
    "GET / x HTTP/1.1\nHost: a\n", "HTTP/1.1 200 OK\nHost: a\n", "/ HTTP/1.1\nHost: a\n",
  ])
  func `a malformed request line or a missing Host is refused`(text: String) throws {
    let message = try message(text)
    #expect(throws: HTTPMessageText.Fault.startLine(message.startLine)) { try message.request() }
  }

  @Test(arguments: [
    // RFC 9112 §4: three digits; RFC 9110 §15: 100 to 599.
    "HTTP/1.1 OK", "HTTP/1.1", "HTTP/1.1 99 X", "HTTP/1.1 600 X", "HTTP/1.1 2000 X",
    "HTTP/9 200 OK", "HTTP/1.2 200 OK", "200 OK", "GET / HTTP/1.1", "HTTP/1.1 -200 OK",
    "HTTP/1.1 +200 OK", "HTTP/1.1 0200 OK", "HTTP/1.1 2 00", "http/1.1 200 OK",
  ])
  func `a malformed status line is refused`(line: String) throws {
    let message = try message(line + "\nA: b\n\n")
    #expect(throws: HTTPMessageText.Fault.startLine(line)) { try message.response() }
  }

  @Test func `no text makes it crash`() {
    let seed: UInt64 = 9112
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "\n", "\r\n", "\r", "#", ":", " ", "HTTP/1.1 200 OK", "GET / HTTP/1.1", "Host: a",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      // Faults are what one may get here; only a crash would be wrong.
      let message = try? message(text)
      _ = try? message?.request()
      _ = try? message?.response()
    }
  }

  @Test func `interim answers and a proxy's word come before the real one, and only so many`()
    throws
  {
    func status(_ text: String) throws -> Int {
      try HTTPMessageText(Array(text.utf8)).response().status
    }
    let interim = "HTTP/1.1 100 Continue\n\n"
    expect(
      try status(interim + "HTTP/1.1 103 Early Hints\nLink: a\n\nHTTP/1.1 400 B\n\n{}"), is: 400)
    // RFC 9110 §9.3.6: the proxy's success opens the tunnel, and curl --include prints it.
    expect(try status("HTTP/1.1 200 Connection established\n\nHTTP/1.1 401 U\n\n"), is: 401)
    expect(try status("HTTP/1.1 200 OK\n\nHTTP/1.1 401 U\n\n"), is: 200)
    for count in [11, 10_000] {
      #expect(throws: HTTPMessageText.Fault.interim(10)) {
        try status(String(repeating: interim, count: count) + "HTTP/1.1 200 OK\n\n{}")
      }
    }
  }
}
