import Foundation
import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import PracticeServer

/// Several users, each with data, grants, tokens and a rate of their own.
struct PracticeUserTests {
  typealias Page = PracticeDecisionTests.Page

  private func send(
    _ rig: PracticeRig, _ path: String, _ page: Page, _ fields: KeyValuePairs<String, String>
  ) async -> PracticeServer.LoggedResponse {
    let form = Form(
      [Form.Pair("page_token", page.token)] + fields.map { Form.Pair($0.key, $0.value) })
    return await rig.server.respond(
      to: HTTPRequest(
        method: "POST", url: PracticeRig.base + "/oauth2/authorize/" + path,
        fields: [HTTPField("Content-Type", Form.mediaType), HTTPField("Cookie", page.cookie)],
        body: Array(form.encoded.utf8)))
  }

  /// A code that a user allowed, who is signed in in a browser of their own.
  private func code(_ rig: PracticeRig, _ user: PracticeUser) async throws -> String {
    let answer = await rig.server.respond(
      to: PracticeRig.authorizing(PracticeRig.request()), as: user, deciding: UserDecision.allow)
    return try #require(answer.redirectForm?.value(of: "code"), "\(answer.summary)")
  }

  private func value(_ path: [String], _ answer: PracticeServer.LoggedResponse) throws -> String {
    var value = try JSONValue(parsing: answer.response.body)
    for name in path {
      if case .array(let values) = value { value = try #require(values.first) }
      value = try #require(value.members?[name], "\(answer.text)")
    }
    return value.text
  }

  @Test func `the person chooses an account, and the tokens open its data`() async throws {
    let rig = PracticeRig()
    let consent = await rig.authorize()
    expect(consent.text.contains("Robin Practice") && !consent.text.contains("Alex Other"))
    let signIn = try await send(rig, "decision", Page(consent), ["decision": "sign-in"])
    expect(signIn.status, is: 200)
    let buttons = signIn.text.matches(of: #/<button name="user" value="([^"]*)">([^<]*)</#)
    expect(buttons.map { String($0.output.1) }, is: ["2PRACT", "2OTHER"])
    let second = try await send(rig, "sign-in", Page(signIn), ["user": "2OTHER"])
    expect(second.text.contains("<b>Alex Other</b>"))
    let back = try await send(
      rig, "decision", Page(second), ["decision": "allow", "scope": "activity", "scope": "profile"])
    let code = try #require(back.redirectForm?.value(of: "code"))
    let tokens = await rig.redeem(code)
    expect(try tokens.member("user_id"), is: "2OTHER")
    let access = try tokens.pair().access
    expect(try value(["user", "encodedId"], await rig.profile(access)), is: "2OTHER")
    expect(try value(["user", "displayName"], await rig.profile(access)), is: "Alex Other")
    // The same browser stays signed in, and another one is not.
    let cookie = HTTPField("Cookie", try Page(consent).cookie)
    let again = await rig.authorize(
      PracticeRig.request().with("scope", "sleep"), fields: [cookie])
    expect(again.text.contains("Alex Other"))
    expect(await rig.authorize().text.contains("Robin Practice"))
  }

  @Test func `who is no user is not signed in`() async throws {
    let rig = PracticeRig()
    for user in ["2NOBODY", "2pract", "<b>"] {
      let page = await rig.authorize(PracticeRig.request().with("prompt", "login"))
      let answer = try await send(rig, "sign-in", Page(page), ["user": user])
      expect(answer.status == 400 && answer.location == nil, "\(user)")
    }
  }

  @Test func `what one user grants, nobody else has granted`() async throws {
    let rig = PracticeRig()
    _ = try await code(rig, .first)
    let other = await rig.server.respond(
      to: PracticeRig.authorizing(PracticeRig.request()), as: .second
    ) { _ in .deny }
    expect(other.redirectForm?.value(of: "error"), is: "access_denied")
    // Robin is not asked again (the fitbit profile skips the page).
    expect(await rig.authorize().status, is: 302)
  }

  @Test func `refresh tokens, revocation and the rate are one user's`() async throws {
    let rig = PracticeRig()
    let robin = try await rig.redeem(code(rig, .first)).pair()
    let alex = try await rig.redeem(code(rig, .second)).pair()
    // Alex' authorization did not end Robin's refresh token: it is one for each user.
    let refreshed = await rig.refresh(robin.refresh)
    expect(refreshed.status == 200)
    expect(try refreshed.member("user_id"), is: "2PRACT")
    expect(await rig.profile(alex.access).field("Fitbit-Rate-Limit-Remaining"), is: "149")
    let access = try refreshed.pair().access
    expect(await rig.profile(access).field("Fitbit-Rate-Limit-Remaining"), is: "149")
    _ = await rig.post("/oauth2/revoke", ["token": alex.access, "client_id": "CLI001"])
    expect(await rig.profile(alex.access).status, is: 401)
    expect(await rig.profile(access).status, is: 200)
    // Robin's grant is kept, Alex' is gone.
    expect(await rig.authorize().status, is: 302)
    let again = await rig.server.respond(
      to: PracticeRig.authorizing(PracticeRig.request()), as: .second
    ) { _ in .deny }
    expect(again.redirectForm?.value(of: "error"), is: "access_denied")
  }

  @Test func `a ledger of an older program is read, and its user is the first`() async throws {
    let rig = PracticeRig()
    let code = try await rig.code()
    let saved = try JSONEncoder().encode(await rig.server.ledger)
    let text = String(decoding: saved, as: UTF8.self)
    // An older program knew neither members for users nor any user but one.
    let old = text.replacing(#""user":"2PRACT","#, with: "").replacing(
      #","user":"2PRACT""#, with: "")
    expect(!old.contains("2PRACT") && !old.contains("signedIn"))
    expect(old.contains(#""consents":{"CLI001":["#))
    let ledger = try JSONDecoder().decode(Ledger.self, from: Data(old.utf8))
    let later = PracticeRig(ledger: ledger, seed: 7)
    expect(await later.authorize().status, is: 302)
    expect(try await later.redeem(code).member("user_id"), is: "2PRACT")
  }

  @Test func `no two clients and users share a grant`() {
    var ledger = Ledger()
    ledger.grant(["profile"], by: "2OTHER", to: "A")
    ledger.grant(["sleep"], by: "2PRACT", to: "A 2OTHER")
    expect(ledger.scopes(grantedBy: "2PRACT", to: "A"), is: [])
    expect(ledger.scopes(grantedBy: "2OTHER", to: "A"), is: ["profile"])
    expect(ledger.scopes(grantedBy: "2PRACT", to: "A 2OTHER"), is: ["sleep"])
  }
}
