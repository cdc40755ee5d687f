import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// The user's decision on the consent page, sent as a browser sends it.
struct PracticeDecisionTests {
  /// An open consent page.
  struct Page {
    let token: String
    let cookie: String

    init(_ answer: PracticeServer.LoggedResponse) throws {
      let match = try #require(answer.text.firstMatch(of: #/name="page_token" value="([^"]+)"/#))
      token = String(match.output.1)
      let field = try #require(answer.field("Set-Cookie"))
      cookie = String(field.prefix { $0 != ";" })
    }
  }

  private func decide(
    _ rig: PracticeRig, _ page: Page, _ scopes: [String], decision: String = "allow",
    cookie: String?? = .none
  ) async -> PracticeServer.LoggedResponse {
    let form = Form(
      [Form.Pair("page_token", page.token), Form.Pair("decision", decision)]
        + scopes.map { Form.Pair("scope", $0) })
    let sent = cookie ?? page.cookie
    return await rig.server.respond(
      to: HTTPRequest(
        method: "POST", url: PracticeRig.base + "/oauth2/authorize/decision",
        fields: [HTTPField("Content-Type", Form.mediaType)]
          + (sent.map { [HTTPField("Cookie", $0)] } ?? []), body: Array(form.encoded.utf8)))
  }

  @Test(arguments: [
    ["activity"], ["profile"], ["activity", "profile"], ["profile", "sleep", "weight"],
    ["activity", "nonsense"],
  ])
  func `only what was asked for and ticked is granted`(ticked: [String]) async throws {
    let rig = PracticeRig()
    let answer = try await decide(rig, Page(rig.authorize()), ticked)
    expect(answer.status, is: 303)
    let code = try #require(answer.redirectForm?.value(of: "code"))
    let granted = ["activity", "profile"].filter(ticked.contains)
    let tokens = await rig.redeem(code)
    expect(try tokens.member("scope"), is: granted.joined(separator: " "))
  }

  /// States that are hard to carry through a URL.
  static let states = [
    "plain", "a b", "a+b", "%41", "a&code=evil", "a#b", "ü\u{308}漢字", "=&=", "\"<>", "/?:@",
    "line\nline", "\u{202E}",
  ]

  @Test(arguments: states)
  func `the state comes back unchanged, before the odd fragment`(state: String) async throws {
    let rig = PracticeRig(off: [.stateCharacters])
    let form = PracticeRig.request().with("state", state)
    let answer = try await decide(rig, Page(rig.authorize(form)), ["activity"])
    let location = try #require(answer.location)
    expect(location.hasPrefix(PracticeRig.redirectURI + "?code="))
    expect(location.hasSuffix("#_=_"))
    let names = answer.redirectForm?.pairs.map(\.name)
    expect(names, is: ["code", "state"])
    let back = try #require(answer.redirectForm?.value(of: "state"))
    expect(Array(back.utf8), is: Array(state.utf8))
    expect(answer.redirectForm?.value(of: "code")?.wholeMatch(of: #/[0-9a-f]{40}/#) != nil)
  }

  @Test(arguments: [nil, ""] as [String?])
  func `no state comes back where none was sent`(state: String?) async throws {
    let rig = PracticeRig()
    let page = try Page(await rig.authorize(PracticeRig.request().with("state", state)))
    let allowed = await decide(rig, page, ["activity"])
    expect(allowed.redirectForm?.pairs.map(\.name), is: ["code"])
  }

  @Test func `a redirect URI keeps its own query`() async throws {
    let uri = "http://127.0.0.1:8089/callback?tenant=1"
    let rig = PracticeRig { $0.clients = PracticeClient.standard.map { $0.registering([uri]) } }
    let page = try Page(await rig.authorize(PracticeRig.request().with("redirect_uri", uri)))
    let location = try #require(await decide(rig, page, ["activity"]).location)
    expect(location.hasPrefix(uri + "&code="))
  }

  @Test(arguments: [
    ("deny", ["activity"]), ("allow", []), ("", ["activity"]), ("ALLOW", ["profile"]),
  ])
  func `Deny, and allowing nothing, go back with access_denied`(
    decision: String, ticked: [String]
  ) async throws {
    let rig = PracticeRig()
    let answer = try await decide(rig, Page(rig.authorize()), ticked, decision: decision)
    expect(answer.status, is: 303)
    expect(answer.location?.hasPrefix(PracticeRig.redirectURI + "?error=access_denied&"), is: true)
    expect(answer.redirectForm?.value(of: "state"), is: Guide.state)
    expect(answer.redirectForm?.value(of: "code"), is: nil)
    expect(answer.field("Practice-Reconstructed") != nil)
    // Nothing was granted: the page comes again.
    expect(await rig.authorize().status, is: 200)
  }

  @Test func `a forged, repeated, late or foreign decision is refused with a page`() async throws {
    let rig = PracticeRig()
    let forged = try Page(await rig.authorize())
    let foreign = try Page(await rig.authorize())
    for cookie in [nil, "", "practice_browser=", "practice_browser=x", foreign.cookie, "other=1"] {
      let page = try Page(await rig.authorize())
      let answer = await decide(rig, page, ["activity"], cookie: .some(cookie))
      expect(answer.status == 400 && answer.location == nil, "\(cookie ?? "no cookie")")
      expect(answer.text.contains("another browser"))
    }
    expect(await decide(rig, forged, ["activity"]).status, is: 303)
    let again = await decide(rig, forged, ["activity"])
    expect(again.status == 400 && again.text.contains("already submitted"))
    rig.wait(600)
    expect(await decide(rig, foreign, ["activity"]).status, is: 400)
    let missing = await rig.post(
      "/oauth2/authorize/decision", ["decision": "allow", "scope": "activity"],
      fields: [HTTPField("Cookie", foreign.cookie)])
    expect(missing.status == 400 && missing.location == nil)
    // A page is good for just under ten minutes.
    let other = PracticeRig()
    let early = try Page(await other.authorize())
    other.wait(599)
    expect(await decide(other, early, ["activity"]).status, is: 303)
    // A page opened with an empty cookie is no use to a browser without one.
    // The attacker asks for the page with an empty cookie; the victim's browser has none.
    let attacked = PracticeRig()
    let empty = try Page(
      await attacked.authorize(fields: [HTTPField("Cookie", "practice_browser=")]))
    let reply = await decide(attacked, empty, ["activity"], cookie: .some(nil))
    expect(reply.status == 400 && reply.location == nil)
  }
}
