import HTTPMessages
import TestSupport
import Testing

struct HTTPRequestTests {
  @Test func `the request line has path and query, never the fragment or the host`() {
    // RFC 9112 §3.2.1: an empty path is sent as a slash.
    let lines = [
      ("https://example.com/a?b=c#d", "GET /a?b=c HTTP/1.1"),
      ("https://example.com", "GET / HTTP/1.1"), ("https://example.com?x", "GET /?x HTTP/1.1"),
    ]
    for (url, line) in lines { expect(HTTPRequest(method: "GET", url: url).requestLine, is: line) }
  }

  @Test func `a field is found whatever its case, and the Host field comes first, and only once`() {
    let request = HTTPRequest(
      method: "POST", url: "https://example.com:8443/x", fields: [HTTPField("A", "b")])
    expect(
      request.fieldsWithHost, is: [HTTPField("Host", "example.com:8443"), HTTPField("A", "b")])
    let own = HTTPRequest(
      method: "POST", url: "https://example.com/", fields: [HTTPField("host", "other")])
    expect(own.fieldsWithHost, is: own.fields)
    let fields = [HTTPField("content-TYPE", "a"), HTTPField("Content-Type", "b")]
    expect(fields.value(of: "Content-Type"), is: "a")
    expect(fields.value(of: "Content"), is: nil)
  }

  @Test func `query, form and fragment are read where they are`() {
    let type = HTTPField("Content-Type", "application/x-www-form-urlencoded")
    let request = HTTPRequest(
      method: "POST", url: "https://example.com/?a=%20", fields: [type], body: Array("b=%2B".utf8))
    expect(request.query, is: Form([Form.Pair("a", " ")]))
    expect(request.form, is: Form([Form.Pair("b", "+")]))
    let plain = HTTPRequest(method: "POST", url: "https://example.com/", body: Array("b=c".utf8))
    expect(plain.form, is: nil)
    expect(plain.query, is: Form([]))
    let broken = HTTPRequest(
      method: "POST", url: "https://example.com/?%", fields: [type], body: Array("%".utf8))
    expect(broken.query, is: nil)
    expect(broken.form, is: nil)
    let redirect = Redirect(url: "http://127.0.0.1:8089/callback?code=a&state=b#_=_", status: 302)
    expect(redirect.parts.query, is: "code=a&state=b")
    expect(redirect.parts.fragment, is: "_=_")
  }

  @Test func `a status line names the reason as RFC 9110 does`() {
    let phrases = [
      (200, "OK"), (302, "Found"), (400, "Bad Request"), (401, "Unauthorized"),
      (403, "Forbidden"), (410, "Gone"), (429, "Too Many Requests"),
      (500, "Internal Server Error"), (503, "Service Unavailable"),
    ]
    for (status, phrase) in phrases {
      expect(HTTPResponse(status: status).statusLine, is: "HTTP/1.1 \(status) \(phrase)")
    }
  }
}
