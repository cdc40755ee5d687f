import HTTPMessages
import Step1CodeVerifier
import Testing
import Vocabulary

@testable import LiveChannels

@Suite struct FragmentRelayTests {
  private static let good = "access_token=t&token_type=Bearer&state=s"

  /// What the browser is told, and what the app hears.
  private func ask(
    _ method: String, _ target: String = "/callback", posting fragment: String? = nil,
    at uri: String = Guide.redirectURI
  ) async -> (response: HTTPResponse, url: String?) {
    let (redirects, arrivals) = AsyncStream.makeStream(of: Redirect.self)
    let listener = RedirectListener(
      redirectURI: uri, state: "s", answersInFragment: true, arrivals: arrivals)
    let form = fragment.map { Form([Form.Pair("fragment", $0)]).encoded } ?? ""
    let response = await listener.response(
      to: HTTPRequest(
        method: method, url: "http://127.0.0.1:8089" + target,
        fields: [HTTPField("Content-Type", Form.mediaType)], body: Array(form.utf8)))
    arrivals.finish()
    var url: String?
    for await redirect in redirects { url = redirect.url }
    return (response, url)
  }

  // RFC 3986 §3.5: the fragment is not part of the request, so the first one brings nothing.
  @Test func `the redirect is answered with a page that hands the fragment over`() async throws {
    let (response, url) = await ask("GET")
    #expect(response.status == 200 && url == nil)
    let page = String(decoding: response.body, as: UTF8.self)
    #expect(page.contains("<form method=\"post\" action=\"/callback\">"))
    #expect(page.contains("<script>\(FragmentRelay.script)</script>"))
    let policy = try #require(response.fields.value(of: "Content-Security-Policy"))
    #expect(policy.contains("script-src 'sha256-\(FragmentRelay.scriptDigest)'"))
    #expect(policy.hasPrefix("default-src 'none'") && policy.contains("form-action 'self'"))
  }

  @Test func `the policy lets this script run, and no other`() {
    let digest = SHA256.digest(of: Array(FragmentRelay.script.utf8))
    #expect(Base64.standard.encode(digest) == FragmentRelay.scriptDigest)
  }

  @Test func `what is handed over is the redirect as it was`() async {
    let (response, url) = await ask("POST", posting: Self.good)
    #expect(response.status == 200)
    #expect(url == Guide.redirectURI + "#" + Self.good)
    let denied = await ask("POST", posting: "error=access_denied&state=s").url
    #expect(denied == Guide.redirectURI + "#error=access_denied&state=s")
  }

  @Test func `a redirect URI with a query keeps it`() async {
    let uri = "http://127.0.0.1:8089/cb?t=1"
    #expect(await ask("GET", "/cb?t=1", at: uri).response.status == 200)
    let url = await ask("POST", "/cb", posting: Self.good, at: uri).url
    #expect(url == uri + "#" + Self.good)
  }

  @Test(arguments: [
    "", "state=s", "access_token=t&state=other", "access_token=t", "access_token=%ZZ&state=s",
    "code=c&state=s",
  ])
  func `anything else is refused, and the wait goes on`(fragment: String) async {
    let (response, url) = await ask("POST", posting: fragment)
    #expect(response.status == 400 && url == nil)
  }

  @Test func `a code in the query is taken too, so that step 3 can say what is wrong`() async {
    let url = await ask("GET", "/callback?code=c&state=s").url
    #expect(url == Guide.redirectURI + "?code=c&state=s")
  }
}
