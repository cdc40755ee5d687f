import Foundation
import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// Whatever the practice server answers, the glossary explains.
struct PracticeGlossaryTests {
  private static let server = AuthorizationServer.practice(at: "http://127.0.0.1:8088")

  /// One answer of every kind, with the place of its JSON members.
  private func answers() async throws -> [(answer: PracticeServer.LoggedResponse, place: Place)] {
    let rig = PracticeRig()
    let scope = PracticeRig.request().with("scope", "activity profile sleep")
    let code = try await rig.code(scope)
    let granted = await rig.redeem(code)
    let token = try granted.pair().access
    let own = await rig.post(
      "/oauth2/token", ["grant_type": "client_credentials"], basic: PracticeRig.serverBasic)
    let pages = [
      await rig.authorize(scope), await rig.authorize(Form([])), await rig.get("/"),
      await rig.authorize(PracticeRig.request("SRV001")), await rig.get("/nowhere"),
      await rig.get("/oauth2/token"),
    ]
    let tokenAnswers = [
      granted, own, await rig.redeem(code), await rig.redeem("x", client: "SRV1"),
    ]
    var uses = [
      await rig.post("/1.1/oauth2/introspect", ["token": "x"], bearer: token),
      await rig.profile("x"),
    ]
    let fresh = try await rig.redeem(rig.code(scope)).pair().access
    for path in PracticeResourceTests.resources.map(\.0) {
      uses.append(await rig.get(path, bearer: fresh))
    }
    uses.append(await rig.post("/1.1/oauth2/introspect", ["token": fresh], bearer: fresh))
    for _ in 0..<150 { _ = await rig.profile(fresh) }
    uses.append(await rig.profile(fresh))
    uses.append(await rig.post("/oauth2/revoke", ["token": fresh, "client_id": "CLI001"]))
    return pages.map { ($0, .tokenUseResponse) } + tokenAnswers.map { ($0, .tokenResponse) }
      + uses.map { ($0, .tokenUseResponse) }
  }

  @Test func `every header field and every JSON member of every answer has its entry`() async throws
  {
    let answers = try await answers()
    let names = Set(answers.flatMap { $0.answer.response.fields.map(\.name) })
    expect(names.count > 10)
    for name in names.sorted() {
      let entry = Glossary.entry(named: name, in: .responseField, at: Self.server)
      expect(entry != nil, "\(name)")
    }
    var count = 0
    for (answer, place) in answers
    where answer.field("Content-Type")?.hasPrefix("application/json") == true {
      for path in memberPaths(in: try answer.members()) {
        let entry = Glossary.entry(named: path, in: place, at: Self.server)
        expect(entry != nil, "\(path) in \(place)")
        count += 1
      }
    }
    expect(count > 20)
  }
}
