import HTTPMessages
import Step1CodeVerifier
import TestSupport
import Testing
import Vocabulary

@testable import LiveChannels

struct FragmentRelayTests {
  private static let good = "access_token=t&token_type=Bearer&state=s"

  private func rig(at uri: String = Guide.loopbackRedirectURI) -> ListenerRig {
    ListenerRig(redirectURI: uri, responseType: "token")
  }

  @Test
  func `the redirect is answered with a page that hands the fragment over, by this script alone`()
    async throws
  {
    // RFC 3986 §3.5: the fragment is not part of the request, so the first one brings nothing.
    let heard = await rig().ask("/callback")
    expect(heard.response.status == 200 && heard.urls.isEmpty && heard.rejections.isEmpty)
    expect(heard.page.contains("<form method=\"post\" action=\"/callback\">"))
    expect(heard.page.contains("<script>\(FragmentRelay.script)</script>"))
    let policy = try #require(heard.response.fields.value(of: "Content-Security-Policy"))
    expect(policy.contains("script-src 'sha256-\(FragmentRelay.scriptDigest)'"))
    expect(policy.hasPrefix("default-src 'none'") && policy.contains("form-action 'self'"))
    let digest = SHA256.digest(of: Array(FragmentRelay.script.utf8))
    expect(Base64.standard.encode(digest), is: FragmentRelay.scriptDigest)
  }

  @Test(arguments: [good, "error=access_denied&state=s"])
  func `what is handed over is the redirect as it was`(fragment: String) async {
    let rig = rig()
    let heard = await rig.ask("/callback", method: "POST", posting: fragment)
    expect(heard.response.status, is: 303)
    expect(heard.response.fields.value(of: "Location"), is: "/callback#")
    expect(heard.urls, is: [Guide.loopbackRedirectURI + "#" + fragment])
    expect(await rig.ask("/callback").page.contains("<h1>Done</h1>"))
    let second = await rig.ask("/callback", method: "POST", posting: Self.good)
    expect(second.response.status == 303 && second.urls.count == 1)
  }

  @Test func `a redirect URI with a query keeps it`() async {
    let uri = "http://127.0.0.1:8089/cb?t=1"
    let rig = rig(at: uri)
    expect(await rig.ask("/cb?t=1").response.status, is: 200)
    let heard = await rig.ask("/cb", method: "POST", posting: Self.good)
    expect(heard.urls, is: [uri + "#" + Self.good])
  }

  @Test(arguments: [
    ("", RedirectRejection.noTokenOrError), ("state=s", .noTokenOrError),
    ("code=c&state=s", .noTokenOrError), ("access_token=t&state=other", .stateDifferent),
    ("access_token=t", .stateMissing), ("access_token=%ZZ&state=s", .undecodable),
    ("access_token=t&access_token=u&state=s", .parameterRepeated),
  ])
  func `anything else is refused, and the wait goes on`(
    fragment: String, rejection: RedirectRejection
  ) async {
    let rig = rig()
    let heard = await rig.ask("/callback", method: "POST", posting: fragment)
    expect(heard.response.status, is: 400)
    expect(heard.urls.isEmpty && heard.rejections == [rejection])
    expect(await rig.ask("/callback", method: "POST", posting: Self.good).urls.count, is: 1)
  }

  @Test func `a code in the query is taken too, so that step 3 can say what is wrong`() async {
    let heard = await rig().ask("/callback?code=c&state=s")
    expect(heard.urls, is: [Guide.loopbackRedirectURI + "?code=c&state=s"])
  }
}
