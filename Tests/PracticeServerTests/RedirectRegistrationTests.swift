import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// What may be registered: RFC 6749 §3.1.2, RFC 8252 §7.1 and §8.4, RFC 9700 §4.1.3.
struct RedirectRegistrationTests {
  @Test(
    arguments: [
      "http://127.0.0.1:8089/callback", "http://127.0.0.1/callback", "http://[::1]:1/cb",
      "https://app.example.com/callback?tenant=a", "com.example.app:/oauth2redirect",
    ])
  func `good ones pass`(uri: String) {
    expect(RedirectRegistration.objection(to: uri), is: nil)
  }

  @Test(
    arguments: [
      ("http://127.0.0.1:*/cb", "RFC 9700 §4.1.3"), ("https://*.example.com/cb", "RFC 9700 §4.1.3"),
      ("javascript:alert(1)", "javascript:"), ("JavaScript:alert(1)", "javascript:"),
      ("data:text/html,x", "data:"), ("myapp://callback", "RFC 8252 §7.1"),
      ("myapp:/callback", "RFC 8252 §7.1"), ("https://a.example/#x", "RFC 6749 §3.1.2"),
      ("/callback", "absolute"),
    ])
  func `bad ones are named with the section`(uri: String, words: String) {
    expect(RedirectRegistration.objection(to: uri)?.contains(words), is: true)
  }

  @Test func `a sign that would end the policy of a page does not get into it`() async {
    let uri = "https://app.example;script-src/callback"
    let rig = PracticeRig {
      $0.clients = [
        PracticeClient(
          identifier: "CLI001", applicationType: .client, secret: nil, redirectURIs: [uri])
      ]
    }
    let page = await rig.authorize(PracticeRig.request().with("redirect_uri", uri))
    expect(page.status, is: 200)
    expect(page.field("Content-Security-Policy")?.contains("form-action 'self' https:;"), is: true)
  }

  @Test(
    arguments: [
      ("Sec-Fetch-Site", "cross-site", 400), ("Sec-Fetch-Site", "same-site", 400),
      ("Sec-Fetch-Site", "same-origin", 303), ("Origin", "https://evil.example", 400),
      ("Origin", "http://127.0.0.1:8088", 303), ("Origin", "null", 303),
    ])
  func `a decision counts only from the server's own page`(
    name: String, value: String, status: Int
  ) async throws {
    let rig = PracticeRig()
    let page = await rig.authorize()
    let token = try #require(page.text.firstMatch(of: #/name="page_token" value="([^"]+)"/#))
    let cookie = try #require(page.field("Set-Cookie")?.split(separator: ";").first)
    let answer = await rig.post(
      "/oauth2/authorize/decision",
      ["page_token": String(token.output.1), "decision": "allow", "scope": "activity"],
      fields: [HTTPField("Cookie", String(cookie)), HTTPField(name, value)])
    expect(answer.status, is: status)
  }
}
