import Channels
import HTTPMessages
import TestSupport
import Testing
import URLSessionChannel

/// What the channel says that it sends, held against what a server receives.
struct SentRequestTests {
  private static let form = HTTPField("Content-Type", Form.mediaType)

  static let requests: [HTTPRequest] = [
    HTTPRequest(method: "GET", url: "/"),
    HTTPRequest(
      method: "GET", url: "/1/user/-/profile.json?a=%20%7e&b='()*~!$;:@/?+",
      fields: [HTTPField("Authorization", "Bearer a.b-c_d~e+f/g==")]),
    HTTPRequest(
      method: "POST", url: "/oauth2/token",
      fields: [HTTPField("Authorization", "Basic eA=="), form],
      body: Array("grant_type=authorization_code&code=a%2Bb".utf8)),
    HTTPRequest(method: "POST", url: "/oauth2/token"),
    HTTPRequest(method: "POST", url: "/without-a-type", body: [0, 255, 13, 10, 13, 10]),
    HTTPRequest(
      method: "POST", url: "/json", fields: [HTTPField("Content-Type", "application/json")],
      body: Array(#"{"a":"é"}"#.utf8)),
    // libcurl would ask with `Expect` whether so much is welcome.
    HTTPRequest(
      method: "POST", url: "/large", fields: [form], body: [UInt8](repeating: 0x61, count: 3 << 20)),
    HTTPRequest(
      method: "GET", url: "/own",
      fields: [
        HTTPField("accept", "text/plain, */*;q=0.1"), HTTPField("User-Agent", "me/1 (a; b:c)"),
        HTTPField("Accept-Encoding", "br"), HTTPField("Accept-Language", "de"),
        HTTPField("Cookie", "a=b"), HTTPField("X-Empty", ""), HTTPField("X-Two", "1"),
        HTTPField("x-two", "2"), HTTPField("Host", "evil.example"),
        HTTPField("Connection", "close"), HTTPField("Content-Length", "99"),
        HTTPField("Transfer-Encoding", "chunked"), HTTPField("Expect", "100-continue"),
      ]),
    HTTPRequest(method: "DELETE", url: "/a"), HTTPRequest(method: "HEAD", url: "/a"),
    HTTPRequest(method: "PUT", url: "/a", fields: [form], body: Array("a=b".utf8)),
  ]

  @Test(arguments: requests.indices)
  func `the request is sent as it was shown`(index: Int) async throws {
    let server = try RawServer { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
    defer { server.stop() }
    let plain = Self.requests[index]
    let request = HTTPRequest(
      method: plain.method, url: server.url(plain.url), fields: plain.fields, body: plain.body)
    let channel = URLSessionBackChannel()
    let shown = channel.complete(request)
    // Whether the caller hands over what was shown, or what it was made of, makes no difference.
    for sent in [request, shown] {
      expect(try await channel.response(to: sent).status, is: 200)
    }
    expect(server.requests.count, is: 2)
    let expected = RawMessage(shown)
    for received in server.requests {
      let message = try #require(RawMessage(received))
      expect(message.requestLine, is: expected.requestLine)
      await Libcurl.expects("CFNetwork may send a Content-Length of 0, or none, with an empty body")
      {
        expect(message.fieldLines, is: expected.fieldLines)
      }
      expect(message.body, is: expected.body)
    }
  }

  @Test(arguments: ["127.1", "0.0.0.0", "2130706433", "0x7f.0.0.1", "localhost."])
  func `nothing is sent without protection to what is not plainly this machine`(
    host: String
  ) async throws {
    let server = try RawServer { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
    defer { server.stop() }
    let url = server.url("/oauth2/token", host: host)
    await #expect(throws: BackChannelFault.unprotected(url)) {
      try await URLSessionBackChannel().response(to: HTTPRequest(method: "GET", url: url))
    }
    expect(server.connections, is: 0)
  }
}
