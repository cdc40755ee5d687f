import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// Where the answer of the authorization endpoint goes.
struct ResponseModeTests {
  @Test(arguments: [(nil, "?code="), ("query", "?code="), ("fragment", "#code=")])
  func `a code comes in the part of the address that was asked for`(mode: String?, start: String)
    async throws
  {
    let form = PracticeRig.request().with("response_mode", mode)
    let answer = await PracticeRig().server.respond(
      to: PracticeRig.authorizing(form), deciding: UserDecision.allow)
    expect(answer.location?.hasPrefix(PracticeRig.redirectURI + start), is: true)
    let denied = await PracticeRig().server.respond(to: PracticeRig.authorizing(form)) { _ in .deny
    }
    let mark = start.prefix(1)
    expect(denied.location?.hasPrefix(PracticeRig.redirectURI + mark + "error="), is: true)
  }

  @Test func `a token never goes into a query`() async {
    // OAuth 2.0 Multiple Response Type Encoding Practices §3.
    let form = PracticeRig.request().with("response_type", "token")
    let answer = await PracticeRig().authorize(form.with("response_mode", "query"))
    expect(answer.status == 400 && answer.location == nil)
  }

  @Test(arguments: ["login consent", "consent login", "select_account", "select_account consent"])
  func `prompt is a list in any order, with a space or a plus sign between`(prompt: String) async {
    let form = PracticeRig.request().with("prompt", prompt)
    let rig = PracticeRig()
    expect(await rig.authorize(form).status, is: 200)
    for space in ["+", "%20"] {
      let query = form.with("prompt", nil).encoded
      let url =
        PracticeRig.base + "/oauth2/authorize?" + query + "&prompt="
        + prompt.replacing(" ", with: space)
      let answer = await rig.server.respond(to: HTTPRequest(method: "GET", url: url, fields: []))
      expect(answer.status, is: 200)
    }
  }

  // RFC 6749 §4.1.2 adds the answer to the query of the redirect URI, and nothing after it.
  @Test(arguments: [(PracticeProfile.fitbit, true), (.rfc, false)])
  func `a redirect ends with a fragment of Fitbit's only as Fitbit does`(
    profile: PracticeProfile, hasFragment: Bool
  ) async {
    for isSwitched in [false, true] {
      let rig = PracticeRig { configuration in
        configuration = PracticeConfiguration(baseURL: configuration.baseURL, profile: profile)
        if isSwitched { configuration.features.formSymmetricDifference([.plainRedirect]) }
      }
      for decision in [UserDecision.allow(Scope("activity")), .deny] {
        let answer = await rig.server.respond(to: PracticeRig.authorizing(PracticeRig.request())) {
          _ in
          decision
        }
        expect(answer.field("Location")?.hasSuffix("#_=_"), is: hasFragment != isSwitched)
      }
    }
  }
}
