import Channels
import HTTPMessages
import TestSupport
import Testing
import URLSessionChannel

struct ReceivedResponseTests {
  private func response(
    to method: String = "POST", _ answer: String, body: [UInt8] = []
  ) async throws -> (response: HTTPResponse, connections: Int) {
    let server = try RawServer { connection in
      connection.send(Array(answer.utf8) + body)
    }
    defer { server.stop() }
    let request = HTTPRequest(
      method: method, url: server.url("/oauth2/token"),
      body: method == "POST" ? Array("code=secret".utf8) : [])
    let response = try await URLSessionBackChannel().response(to: request)
    return (response, server.connections)
  }

  @Test func `a body comes byte for byte`() async throws {
    let body = (0...255).map { UInt8($0) } + Array("\r\n\r\n\u{FEFF}".utf8)
    let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n"
    expect(try await response(head, body: body).response.body, is: body)
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", 200),
    ("HTTP/1.1 200 OK\r\n\r\nhello", 200), ("HTTP/1.0 200 OK\r\n\r\nhello", 200),
    ("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello", 200),
    ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad\r\nContent-Length: 5\r\n\r\nhello", 400),
    ("HTTP/1.1 500 Oh\r\nContent-Length: 5\r\n\r\nhello, and more", 500),
    ("HTTP/1.1 410 Gone\r\nContent-Length: 5\r\n\r\nhello", 410),
    ("HTTP/1.1 999 \r\nContent-Length: 5\r\n\r\nhello", 999),
  ])
  func `a body ends where its framing says`(answer: String, status: Int) async throws {
    try await Libcurl.expects("CFNetwork may not know the status 999, nor an interim answer") {
      let response = try await response(answer).response
      expect(response.status, is: status)
      expect(String(decoding: response.body, as: UTF8.self), is: "hello")
    }
  }

  @Test func `fields stand by name, and those of one name are one`() async throws {
    let answer =
      "HTTP/1.1 200 OK\r\nX-B: 1\r\nContent-Type: a/b; c=\"d\"\r\nX-A:  2 \r\nX-B: 3\r\n"
      + "Set-Cookie: e=f\r\nContent-Length: 0\r\n\r\n"
    let fields = try await response(answer).response.fields
    expect(
      fields.map { "\($0.name.lowercased()): \($0.value)" },
      is: [
        "content-length: 0", "content-type: a/b; c=\"d\"", "set-cookie: e=f", "x-a: 2", "x-b: 1, 3",
      ])
  }

  /// RFC 6749 §5.2 wants this answer with a challenge, which is not to be taken up.
  @Test(arguments: [
    "Basic realm=\"fitbit\"", "Basic", "Bearer", "Bearer error=\"invalid_token\"",
    "Digest realm=\"a\", nonce=\"b\"", "Negotiate", "Basic realm=\"a\", Bearer realm=\"b\"", "",
  ])
  func `a 401 comes as the answer that it is`(challenge: String) async throws {
    let answer =
      "HTTP/1.1 401 No\r\nWWW-Authenticate: \(challenge)\r\nContent-Length: 5\r\n\r\nhello"
    try await Libcurl.expects("CFNetwork may do otherwise with a challenge that it knows") {
      let (response, connections) = try await response(answer)
      expect(response.status, is: 401)
      expect(String(decoding: response.body, as: UTF8.self), is: "hello")
      expect(connections, is: 1)
    }
  }

  /// RFC 9700 §4.12: whoever follows a 307 sends code, verifier and secret along.
  @Test(arguments: [301, 302, 303, 307, 308], ["GET", "POST"])
  func `a redirect comes as the answer that it is, and is not followed`(
    status: Int, method: String
  ) async throws {
    let elsewhere = try RawServer { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
    defer { elsewhere.stop() }
    for location in [elsewhere.url("/steal"), "/oauth2/elsewhere", "?a", "custom:a", "https://a/"] {
      let answer =
        "HTTP/1.1 \(status) Away\r\nLocation: \(location)\r\nContent-Length: 5\r\n\r\nhello"
      try await Libcurl.expects(
        "CFNetwork may drop the body of a redirect, or a location it cannot use"
      ) {
        let (response, connections) = try await response(to: method, answer)
        expect(response.status, is: status)
        expect(response.fields.value(of: "Location"), is: location)
        expect(String(decoding: response.body, as: UTF8.self), is: "hello")
        expect(connections, is: 1)
      }
    }
    expect(elsewhere.connections, is: 0)
  }

  @Test(arguments: ["", "Location: //[a\r\n", "Location:\r\n"])
  func `a redirect to nowhere is an answer, too`(location: String) async throws {
    let answer = "HTTP/1.1 302 Away\r\n\(location)Content-Length: 5\r\n\r\nhello"
    try await Libcurl.expects("CFNetwork may call it a fault") {
      let status = try await response(answer).response.status
      expect(status, is: 302)
    }
  }

  @Test
  func `cookies of one exchange do not reach the next, and what may be cached is asked for again`()
    async throws
  {
    let server = try RawServer {
      $0.send("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n")
    }
    defer { server.stop() }
    let channel = URLSessionBackChannel()
    let request = HTTPRequest(method: "GET", url: server.url("/"))
    for _ in 0..<2 { _ = try await channel.response(to: request) }
    expect(server.requests.count, is: 2)
    for received in server.requests {
      expect(!String(decoding: received, as: UTF8.self).lowercased().contains("cookie"))
    }
    let cached = try RawServer {
      $0.send("HTTP/1.1 200 OK\r\nCache-Control: max-age=3600\r\nContent-Length: 2\r\n\r\nhi")
    }
    defer { cached.stop() }
    let again = HTTPRequest(method: "GET", url: cached.url("/"))
    for _ in 0..<2 { _ = try await URLSessionBackChannel().response(to: again) }
    expect(cached.connections, is: 2)
  }

  /// "hello" as `printf hello | gzip --no-name` has it.
  @Test func `an unasked compression is undone`() async throws {
    let packed: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 7, 0, 0x86, 0xA6, 0x10,
      0x36, 5, 0, 0, 0,
    ]
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 25\r\n\r\n"
    let response = try await response(head, body: packed).response
    expect(String(decoding: response.body, as: UTF8.self), is: "hello")
  }
}
