import Foundation
import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import PracticeServer

struct PracticeLedgerTests {
  private func restarted(_ rig: PracticeRig, after seconds: Int64 = 0) async throws -> PracticeRig {
    let saved = try JSONEncoder().encode(await rig.server.ledger)
    let ledger = try JSONDecoder().decode(Ledger.self, from: saved)
    expect(await rig.server.ledger, is: ledger)
    return PracticeRig(ledger: ledger, at: PracticeRig.start + seconds, seed: UInt64(saved.count))
  }

  @Test func `a flow goes on after a restart at any point`() async throws {
    var rig = PracticeRig()
    let page = await rig.authorize()
    let token = try #require(page.text.firstMatch(of: #/name="page_token" value="([^"]+)"/#))
    let cookie = try #require(page.field("Set-Cookie")?.prefix { $0 != ";" })
    rig = try await restarted(rig)
    let answer = await rig.post(
      "/oauth2/authorize/decision",
      ["page_token": String(token.output.1), "decision": "allow", "scope": "profile"],
      fields: [HTTPField("Cookie", String(cookie))])
    let code = try #require(answer.redirectForm?.value(of: "code"))
    rig = try await restarted(rig)
    let tokens = try await rig.redeem(code).pair()
    rig = try await restarted(rig)
    expect(await rig.profile(tokens.access).field("Fitbit-Rate-Limit-Remaining"), is: "149")
    rig = try await restarted(rig)
    expect(await rig.profile(tokens.access).field("Fitbit-Rate-Limit-Remaining"), is: "148")
    let refreshed = await rig.refresh(tokens.refresh)
    rig = try await restarted(rig, after: 60)
    expect(await rig.refresh(tokens.refresh).text, is: refreshed.text)
    let request = PracticeRig.request().with("scope", "profile")
    expect(await rig.authorize(request).status, is: 302)
    expect(await rig.redeem(code).status, is: 400)
    expect(await rig.profile(try refreshed.pair().access).status, is: 401)
  }

  @Test func `a code that expired while the server was off stays expired`() async throws {
    let rig = PracticeRig()
    let code = try await rig.code()
    expect(await (try restarted(rig, after: 600)).redeem(code).status, is: 400)
  }

  @Test func `of ten thousand codes the newest ones work, and another is still issued fast`()
    async throws
  {
    var ledger = Ledger()
    for number in 0..<9_990 {
      ledger.codes.put(
        IssuedCode(
          client: "CLI001", redirectURI: PracticeRig.redirectURI, namedRedirectURI: true,
          scope: "activity", challenge: Guide.challenge, method: "S256",
          expiresAt: PracticeRig.start + 600, family: "family"), under: String(number))
    }
    let rig = PracticeRig(ledger: ledger) { $0.autoApproves = true }
    let begun = ContinuousClock.now
    for _ in 0..<10 { expect(await rig.redeem(try await rig.code()).status, is: 200) }
    expect(ContinuousClock.now - begun < .seconds(10))
    for (code, status) in [(9_989, 200), (5_000, 200), (4_999, 400), (0, 400)] {
      expect(await rig.redeem(String(code)).status, is: status, "\(code)")
    }
  }

  @Test func `a shelf keeps the newest, in whatever order it is used, and does not grow`() throws {
    var shelf = BoundedStore<Int>()
    let limit = PracticeConfiguration.ledgerLimit
    for number in 0..<(3 * limit) {
      shelf.put(number, under: String(number))
      if number.isMultiple(of: 3) { shelf.put(-number, under: String(number)) }
    }
    expect(shelf[String(2 * limit - 1)], is: nil)
    expect((2 * limit..<3 * limit).allSatisfy { shelf[String($0)] != nil })
    shelf.removeAll { !$0.isMultiple(of: 2) }
    expect(shelf.newest?.value, is: 3 * limit - 2)
    expect(shelf.take(String(3 * limit - 2)), is: 3 * limit - 2)
    expect(shelf.take(String(3 * limit - 2)), is: nil)
    // What was put in before that one is the newest now.
    expect(shelf.newest?.value, is: 3 * limit - 4)
    // A shelf that is emptied all the time does not grow.
    var busy = BoundedStore<Int>()
    for number in 0..<50_000 {
      busy.put(number, under: String(number))
      expect(busy.take(String(number)), is: number)
    }
    expect(try JSONEncoder().encode(busy).count < 200_000)
  }
}
