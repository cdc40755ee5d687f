import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import LiveChannels

struct RedirectListenerTests {
  private static let good = "/callback?code=c&state=s"

  @Test(arguments: [
    "/favicon.ico", "/", "/callback/", "/callback/x", "/Callback", "/apple-touch-icon.png",
    "/other?code=c&state=s",
  ])
  func `any other address is not found`(target: String) async {
    let heard = await ListenerRig().ask(target)
    expect(heard.response.status, is: 404)
    expect(heard.urls.isEmpty && heard.rejections.isEmpty)
  }

  @Test(arguments: ["HEAD", "POST", "OPTIONS"])
  func `no other method has an effect`(method: String) async {
    let rig = ListenerRig()
    let heard = await rig.ask(Self.good, method: method)
    expect(heard.response.status, is: 404)
    expect(heard.urls.isEmpty && heard.rejections.isEmpty)
    // RFC 9110 §9.2.1: a safe method before the redirect must not use it up.
    expect(await rig.ask(Self.good).response.status, is: 303)
  }

  private static let refused: [(String, RedirectRejection)] = [
    ("/callback", RedirectRejection.noCodeOrError), ("/callback?", .noCodeOrError),
    ("/callback?state=s", .noCodeOrError), ("/callback?Code=c&state=s", .noCodeOrError),
    ("/callback?code=%ZZ&state=s", .undecodable), ("/callback?code=%FF&state=s", .undecodable),
    ("/callback?code=c&state=x&state=s", .parameterRepeated),
    ("/callback?code=c&code=d&state=s", .parameterRepeated),
    ("/callback?code=c", .stateMissing), ("/callback?error=e", .stateMissing),
    ("/callback?code=c&state=", .stateDifferent), ("/callback?code=c&state=S", .stateDifferent),
    ("/callback?error=e&state=s%20", .stateDifferent),
  ]

  @Test(arguments: refused)
  func `anything else is explained and reported, and the wait goes on`(
    target: String, rejection: RedirectRejection
  ) async {
    let rig = ListenerRig()
    let heard = await rig.ask(target)
    expect(heard.response.status, is: 400)
    expect(heard.urls.isEmpty && heard.rejections == [rejection])
    expect(heard.page.contains("still waiting"))
    expect(heard.page.contains(rejection.description))
    expect(await rig.ask(Self.good).urls, is: [Guide.loopbackRedirectURI + "?code=c&state=s"])
  }

  @Test func `a redirect that the server below refused is reported, and nothing else is`() async {
    expect(await ListenerRig().reject("/callback?code=c&state=s"), is: [.unreadableRequest])
    for target in ["/favicon.ico", "/callback/x"] {
      expect(await ListenerRig().reject(target), is: [])
    }
  }

  @Test
  func `a state in other bytes is another state, and the comparison is the one that was given`()
    async
  {
    let (composed, decomposed) = ("%C3%A9", "e%CC%81")
    let rig = ListenerRig(state: "\u{E9}")
    expect(await rig.ask("/callback?code=c&state=\(decomposed)").urls.isEmpty)
    expect(await rig.ask("/callback?code=c&state=\(composed)").urls.count, is: 1)
    let other = ListenerRig { sent, received in sent == "s" && received == "any other" }
    expect(await other.ask(Self.good).rejections, is: [.stateDifferent])
    expect(await other.ask("/callback?code=c&state=any+other").urls.count, is: 1)
  }

  @Test(arguments: [
    "code=c&state=s", "state=s&code=c", "error=access_denied&state=s", "code=&state=s",
  ])
  func `the right redirect arrives as it came, and the browser is sent away from it`(
    query: String
  ) async throws {
    let heard = await ListenerRig().ask("/callback?" + query)
    expect(heard.response.status, is: 303)
    expect(heard.urls, is: [Guide.loopbackRedirectURI + "?" + query])
    // RFC 9110 §10.2.2: the empty fragment keeps the browser from taking over an old one.
    expect(heard.response.fields.value(of: "Location"), is: "/callback#")
    expect(heard.response.fields.value(of: "Referrer-Policy"), is: "no-referrer")
    expect(heard.response.fields.value(of: "Cache-Control"), is: "no-store")
    let policy = try #require(heard.response.fields.value(of: "Content-Security-Policy"))
    expect(policy.hasPrefix("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
    expect(!heard.page.contains("access_denied"))
  }

  @Test func `the last page stands at the bare path, and only afterwards`() async {
    let rig = ListenerRig()
    expect(await rig.ask("/callback").response.status, is: 400)
    _ = await rig.ask(Self.good)
    let last = await rig.ask("/callback")
    expect(last.response.status == 200 && last.page.contains("<h1>Done</h1>"))
    expect(await rig.ask("/favicon.ico").response.status, is: 404)
  }

  @Test(arguments: [good, "/callback?code=other&state=s", "/callback?code=c&state=planted"])
  func `a second redirect changes nothing`(target: String) async {
    let rig = ListenerRig()
    _ = await rig.ask(Self.good)
    let heard = await rig.ask(target)
    expect(heard.response.status, is: 303)
    expect(
      heard.urls == [Guide.loopbackRedirectURI + "?code=c&state=s"] && heard.rejections.isEmpty)
  }

  // RFC 9110 §7.4: with DNS rebinding, Host has the name of the attacker's website.
  @Test(arguments: ["evil.example", "evil.example:8089", "127.0.0.1.evil.example:8089", "10.0.0.1"])
  func `a request to another host is rejected and reported`(host: String) async {
    let heard = await ListenerRig().ask(Self.good, host: host)
    expect(heard.urls, is: [])
    expect(heard.rejections, is: [.otherURL])
    expect(heard.response.status, is: 400)
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.1:9000", "localhost:8089", "LOCALHOST", "[::1]:8089"])
  func `this machine may have another name, and a tunnel another port`(host: String) async {
    let heard = await ListenerRig().ask(Self.good, host: host)
    expect(heard.urls, is: [Guide.loopbackRedirectURI + "?code=c&state=s"])
  }

  @Test(arguments: [
    ("http://127.0.0.1:8089", "/?code=c&state=s", "http://127.0.0.1:8089?code=c&state=s", "/#"),
    ("http://127.0.0.1:8089/", "/?code=c&state=s", "http://127.0.0.1:8089/?code=c&state=s", "/#"),
    (
      "http://127.0.0.1:8089/cb?t=1", "/cb?t=1&code=c&state=s",
      "http://127.0.0.1:8089/cb?t=1&code=c&state=s", "/cb#"
    ),
  ])
  func `a redirect URI may have no path, or a query of its own`(
    uri: String, target: String, expected: String, location: String
  ) async {
    let heard = await ListenerRig(redirectURI: uri).ask(target)
    expect(heard.urls, is: [expected])
    expect(heard.response.fields.value(of: "Location"), is: location)
  }

  @Test func `without a state in the request none is expected`() async {
    expect(await ListenerRig(state: nil).ask("/callback?code=c").urls.count, is: 1)
    let heard = await ListenerRig(state: nil).ask(Self.good)
    expect(heard.rejections, is: [.stateDifferent])
  }
}
