import HTTPMessages
import Testing

@testable import LiveChannels

@Suite struct RedirectListenerTests {
  /// What the browser is told, and what the app hears.
  private func ask(
    _ target: String, method: String = "GET", at uri: String = Guide.redirectURI,
    state: String? = "s", host: String = "127.0.0.1:8089"
  ) async -> (response: HTTPResponse, url: String?) {
    let (redirects, arrivals) = AsyncStream.makeStream(of: Redirect.self)
    let listener = RedirectListener(redirectURI: uri, state: state, arrivals: arrivals)
    let response = await listener.response(
      to: HTTPRequest(method: method, url: "http://\(host)\(target)"))
    arrivals.finish()
    var url: String?
    for await redirect in redirects { url = redirect.url }
    return (response, url)
  }

  @Test(arguments: [
    "/favicon.ico", "/", "/callback/", "/callback/x", "/Callback", "/apple-touch-icon.png",
    "/other?code=c&state=s",
  ])
  func `any other address is not found`(target: String) async {
    let (response, url) = await ask(target)
    #expect(response.status == 404 && url == nil)
  }

  @Test(arguments: ["HEAD", "POST", "OPTIONS"])
  func `no other method brings a redirect`(method: String) async {
    let (response, url) = await ask("/callback?code=c&state=s", method: method)
    #expect(response.status == 404 && url == nil)
  }

  @Test(arguments: [
    "/callback", "/callback?", "/callback?state=s", "/callback?Code=c&state=s",
    "/callback?code=%ZZ&state=s", "/callback?code=%FF&state=s",
  ])
  func `without code and error it is no redirect`(target: String) async {
    let (response, url) = await ask(target)
    #expect(response.status == 400 && url == nil)
    #expect(String(decoding: response.body, as: UTF8.self).contains("neither a code nor an error"))
  }

  @Test(arguments: [
    "/callback?code=c", "/callback?code=c&state=", "/callback?code=c&state=S",
    "/callback?error=e&state=s%20", "/callback?code=c&state=x&state=s",
  ])
  func `a wrong state is explained, and the wait goes on`(target: String) async {
    let (response, url) = await ask(target)
    #expect(response.status == 400 && url == nil)
    #expect(String(decoding: response.body, as: UTF8.self).contains("the wait goes on"))
  }

  @Test func `a state in other bytes is another state`() async {
    let (composed, decomposed) = ("%C3%A9", "e%CC%81")
    #expect(await ask("/callback?code=c&state=\(composed)", state: "\u{E9}").url != nil)
    #expect(await ask("/callback?code=c&state=\(decomposed)", state: "\u{E9}").url == nil)
  }

  @Test(arguments: [
    "code=c&state=s", "state=s&code=c", "error=access_denied&state=s", "code=&state=s",
  ])
  func `the right redirect arrives as it came`(query: String) async throws {
    let (response, url) = await ask("/callback?" + query)
    #expect(response.status == 200)
    #expect(url == Guide.redirectURI + "?" + query)
    #expect(response.fields.value(of: "Referrer-Policy") == "no-referrer")
    #expect(response.fields.value(of: "Cache-Control") == "no-store")
    let policy = try #require(response.fields.value(of: "Content-Security-Policy"))
    #expect(policy.hasPrefix("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
    #expect(!String(decoding: response.body, as: UTF8.self).contains("access_denied"))
  }

  @Test func `another Host changes nothing in what the app hears`() async {
    let (_, url) = await ask("/callback?code=c&state=s", host: "evil.example")
    #expect(url == Guide.redirectURI + "?code=c&state=s")
  }

  @Test(arguments: [
    ("http://127.0.0.1:8089", "/?code=c&state=s", "http://127.0.0.1:8089?code=c&state=s"),
    ("http://127.0.0.1:8089/", "/?code=c&state=s", "http://127.0.0.1:8089/?code=c&state=s"),
    (
      "http://127.0.0.1:8089/cb?t=1", "/cb?t=1&code=c&state=s",
      "http://127.0.0.1:8089/cb?t=1&code=c&state=s"
    ),
  ])
  func `a redirect URI may have no path, or a query of its own`(
    uri: String, target: String, expected: String
  ) async {
    #expect(await ask(target, at: uri).url == expected)
  }

  @Test func `without a state in the request none is expected`() async {
    #expect(await ask("/callback?code=c", state: nil).url != nil)
    #expect(await ask("/callback?code=c&state=s", state: nil).url == nil)
  }
}
