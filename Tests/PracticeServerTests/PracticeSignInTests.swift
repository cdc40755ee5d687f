import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// The page that `prompt=login` asks for, sent back as a browser sends it.
struct PracticeSignInTests {
  private static func request(_ prompt: String) -> Form {
    PracticeRig.request().with("prompt", prompt)
  }

  private func send(
    _ rig: PracticeRig, to path: String, _ page: PracticeDecisionTests.Page,
    _ fields: [Form.Pair] = [], cookie: String?? = .none
  ) async -> PracticeServer.LoggedResponse {
    let form = Form([Form.Pair("page_token", page.token)] + fields)
    let sent = cookie ?? page.cookie
    return await rig.server.respond(
      to: HTTPRequest(
        method: "POST", url: PracticeRig.base + "/oauth2/authorize/" + path,
        fields: [HTTPField("Content-Type", Form.mediaType)]
          + (sent.map { [HTTPField("Cookie", $0)] } ?? []), body: Array(form.encoded.utf8)))
  }

  private func isSignIn(_ answer: PracticeServer.LoggedResponse) -> Bool {
    answer.status == 200 && answer.text.contains("<h1>Sign in</h1>")
  }

  private func isConsent(_ answer: PracticeServer.LoggedResponse) -> Bool {
    answer.status == 200 && answer.text.contains("<h1>Allow access?</h1>")
  }

  @Test(arguments: ["login", "login consent"])
  func `the user signs in, and then decides`(prompt: String) async throws {
    let rig = PracticeRig()
    let first = await rig.authorize(Self.request(prompt))
    expect(isSignIn(first))
    expect(!first.text.contains("name=\"scope\"") && !first.text.contains("\"password\""))
    let second = await send(rig, to: "sign-in", try .init(first))
    expect(isConsent(second))
    let third = await send(
      rig, to: "decision", try .init(second),
      [Form.Pair("decision", "allow"), Form.Pair("scope", "activity")])
    expect(third.status == 303 && third.redirectForm?.value(of: "state") == Guide.state)
    let code = try #require(third.redirectForm?.value(of: "code"))
    expect(try await rig.redeem(code).member("scope"), is: "activity")
  }

  @Test(arguments: [nil, "none", "consent"] as [String?])
  func `nobody else has to sign in`(prompt: String?) async {
    expect(isConsent(await PracticeRig().authorize(PracticeRig.request().with("prompt", prompt))))
  }

  @Test func `only login consent asks again for what was granted before`() async throws {
    let rig = PracticeRig()
    _ = try await rig.code()
    let login = await rig.authorize(Self.request("login"))
    expect(isSignIn(login))
    let back = await send(rig, to: "sign-in", try .init(login))
    expect(back.status == 303 && back.redirectForm?.value(of: "code") != nil)
    let both = await rig.authorize(Self.request("login consent"))
    expect(isSignIn(both))
    expect(isConsent(await send(rig, to: "sign-in", try .init(both))))
  }

  @Test func `signing in is neither skipped, repeated nor done by another browser`() async throws {
    let rig = PracticeRig()
    let skipped = await send(
      rig, to: "decision", try .init(rig.authorize(Self.request("login"))),
      [Form.Pair("decision", "allow"), Form.Pair("scope", "activity")])
    expect(skipped.status == 400 && skipped.location == nil)
    let page = try PracticeDecisionTests.Page(await rig.authorize(Self.request("login")))
    expect(await send(rig, to: "sign-in", page).status, is: 200)
    expect(await send(rig, to: "sign-in", page).status, is: 400)
    // Nor does a consent page sign anybody in.
    let consent = try PracticeDecisionTests.Page(await rig.authorize())
    expect(await send(rig, to: "sign-in", consent).status, is: 400)
    for cookie in [nil, "practice_browser=x"] {
      let foreign = try PracticeDecisionTests.Page(await rig.authorize(Self.request("login")))
      let answer = await send(rig, to: "sign-in", foreign, cookie: .some(cookie))
      expect(answer.status == 400 && answer.text.contains("another browser"))
    }
    let late = try PracticeDecisionTests.Page(await rig.authorize(Self.request("login")))
    rig.wait(600)
    expect(await send(rig, to: "sign-in", late).status, is: 400)
    let get = await rig.get("/oauth2/authorize/sign-in")
    expect(get.status == 405 && get.field("Allow") == "POST")
  }

  @Test func `the page is guarded like the consent page`() async throws {
    let rig = PracticeRig()
    let (signIn, consent) = (await rig.authorize(Self.request("login")), await rig.authorize())
    let names = [
      "Cache-Control", "X-Frame-Options", "Referrer-Policy", "X-Content-Type-Options",
      "Content-Security-Policy",
    ]
    for name in names {
      expect(signIn.field(name) != nil && signIn.field(name) == consent.field(name), "\(name)")
    }
    expect(signIn.field("Set-Cookie")?.hasSuffix("; HttpOnly; SameSite=Lax"), is: true)
  }

  @Test(arguments: ["login", "login consent"])
  func `a user in this process signs in, too`(prompt: String) async throws {
    let rig = PracticeRig()
    for _ in 1...2 {
      let answer = await rig.server.respond(
        to: PracticeRig.authorizing(Self.request(prompt)), deciding: UserDecision.allow)
      expect(answer.status == 303 && answer.redirectForm?.value(of: "code") != nil)
    }
    let denied = await rig.server.respond(
      to: PracticeRig.authorizing(Self.request("login consent"))
    ) { _ in .deny }
    expect(denied.redirectForm?.value(of: "error"), is: "access_denied")
  }
}
