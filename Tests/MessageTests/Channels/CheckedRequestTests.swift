import Channels
import HTTPMessages
import TestSupport
import Testing

struct CheckedRequestTests {
  private static let url = "https://as.example/token"

  @Test func `a token request gets the fields of the table, and its own stay`() throws {
    let request = HTTPRequest(
      method: "POST", url: Self.url,
      fields: [
        HTTPField("Authorization", "Basic eA=="), HTTPField("Content-Type", Form.mediaType),
      ], body: Array("code=a".utf8))
    expect(
      try CheckedRequest(request).complete.fields,
      is: [
        HTTPField("Host", "as.example"), HTTPField("Connection", "keep-alive"),
        HTTPField("User-Agent", "oauth-workbench"), HTTPField("Accept", "application/json"),
        HTTPField("Accept-Encoding", "identity"), HTTPField("Accept-Language", "en"),
        HTTPField("Authorization", "Basic eA=="), HTTPField("Content-Type", Form.mediaType),
        HTTPField("Content-Length", "6"),
      ])
  }

  @Test
  func `what a request says itself is not said again, but it does not decide over the connection`()
  {
    let own = ["accept", "USER-AGENT", "Accept-encoding", "accept-Language"]
      .map { HTTPField($0, "own") }
    let complete = ChannelFields.complete(HTTPRequest(method: "GET", url: Self.url, fields: own))
    expect(
      complete.fields,
      is: [
        HTTPField("Host", "as.example"), HTTPField("Connection", "keep-alive"),
      ] + own)
    let evil = ["host", "Connection", "content-length", "Transfer-Encoding", "Expect"]
      .map { HTTPField($0, "evil") }
    let honest = ChannelFields.complete(HTTPRequest(method: "GET", url: Self.url, fields: evil))
    expect(!honest.fields.contains { $0.value == "evil" })
    // Fields of one name become one, in order.
    let fields = [HTTPField("A", "1"), HTTPField("b", "2"), HTTPField("a", "3")]
    let joined = ChannelFields.complete(HTTPRequest(method: "GET", url: Self.url, fields: fields))
    expect(joined.fields.suffix(2), is: [HTTPField("A", "1, 3"), HTTPField("b", "2")])
  }

  @Test(arguments: ["GET", "POST", "DELETE"], ["", "a=b"])
  func `what is complete stays as it is`(method: String, body: String) {
    let request = HTTPRequest(method: method, url: Self.url, body: Array(body.utf8))
    let once = ChannelFields.complete(request)
    expect(ChannelFields.complete(once), is: once)
    expect(once.body == request.body && once.method == method && once.url == Self.url)
  }

  @Test(arguments: [
    ("A", "b\r\nC: d"), ("A", "b\nc"), ("A", "b\u{0}"), ("A", " b"), ("A", "b "), ("A", " "),
    ("A", "é"), ("", "b"), ("A:", "b"), ("A B", "c"), ("A\r\nB", "c"), ("É", "b"),
  ])
  func `a field that would become another one is refused`(name: String, value: String) {
    let request = HTTPRequest(method: "GET", url: Self.url, fields: [HTTPField(name, value)])
    #expect(throws: BackChannelFault.malformedField(name)) { try CheckedRequest(request) }
  }

  @Test(arguments: [("GET", "a"), ("", ""), ("GET / HTTP/1.1\r\nA: b\r\n\r\nGET", "")])
  func `a method that would become something else is refused`(method: String, body: String) {
    let request = HTTPRequest(method: method, url: Self.url, body: Array(body.utf8))
    #expect(throws: BackChannelFault.self) { try CheckedRequest(request) }
  }

  @Test func `a sentence on a fault cannot act on a terminal`() {
    let faults: [BackChannelFault] = [
      .malformedURL("\u{1B}[2J"), .certificate(host: "\u{1B}", reason: "\u{202E}."),
      .other("a\nb."),
    ]
    for fault in faults {
      let sentence = fault.description
      expect(!sentence.unicodeScalars.contains(where: Harmless.isDangerous))
      expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
    }
  }
}
