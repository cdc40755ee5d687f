import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

struct PracticeSkippedConsentTests {
  @Test
  func `what was granted before is not asked for again, and what another request grants is added`()
    async throws
  {
    let rig = PracticeRig()
    _ = try await rig.code()
    for scope in ["activity profile", "profile activity", "activity"] {
      let answer = await rig.authorize(PracticeRig.request().with("scope", scope))
      expect(answer.status == 302 && answer.redirectForm?.value(of: "code") != nil, "\(scope)")
    }
    // Asking for less in between has taken nothing away.
    expect(await rig.authorize().status, is: 302)
    expect(
      await rig.authorize(PracticeRig.request().with("scope", "activity sleep")).status, is: 200)
    expect(await rig.authorize(PracticeRig.request("SRV001")).status, is: 200)
    // What another request grants is added.
    let other = PracticeRig()
    _ = try await other.code()
    _ = try await other.code(PracticeRig.request().with("scope", "sleep"))
    let all = PracticeRig.request().with("scope", "activity profile sleep")
    expect(await other.authorize(all).status, is: 302)
  }

  @Test(arguments: [("none", 302), ("consent", 200), ("login", 200), ("login consent", 200)])
  func `prompt decides whether the page comes again`(prompt: String, status: Int) async throws {
    let rig = PracticeRig()
    let form = PracticeRig.request().with("prompt", prompt)
    expect(await rig.authorize(form).status, is: 200)
    _ = try await rig.code()
    expect(await rig.authorize(form).status, is: status)
  }

  @Test func `what was asked for again and not ticked is no longer granted`() async throws {
    let rig = PracticeRig()
    _ = try await rig.code()
    let again = PracticeRig.request().with("prompt", "consent")
    let answer = await rig.server.respond(to: PracticeRig.authorizing(again)) { _ in
      .allow(Scope("activity"))
    }
    expect(answer.status, is: 303)
    expect(await rig.authorize().status, is: 200)
    expect(await rig.authorize(PracticeRig.request().with("scope", "activity")).status, is: 302)
  }

  @Test func `revoking ends the consent, too`() async throws {
    let rig = PracticeRig()
    let tokens = try await rig.tokens()
    expect(await rig.authorize().status, is: 302)
    let answer = await rig.post(
      "/oauth2/revoke", ["token": tokens.refresh, "client_id": "CLI001"])
    expect(answer.status, is: 200)
    expect(await rig.authorize().status, is: 200)
  }

  @Test func `with automatic approval no page comes, whatever prompt says`() async {
    let rig = PracticeRig { $0.autoApproves = true }
    for prompt in [nil, "consent", "none"] {
      let answer = await rig.authorize(PracticeRig.request().with("prompt", prompt))
      expect(answer.status == 302 && answer.redirectForm?.value(of: "code") != nil)
    }
    expect(await rig.authorize(PracticeRig.request().with("scope", "nonsense")).status, is: 400)
  }

  @Test func `only the authorization endpoint has anything to decide`() async {
    let rig = PracticeRig()
    _ = await rig.authorize()
    let front = HTTPRequest(method: "GET", url: PracticeRig.base + "/")
    let answer = await rig.server.respond(to: front, deciding: UserDecision.allow)
    expect(answer.status == 200 && answer.location == nil)
  }
}
