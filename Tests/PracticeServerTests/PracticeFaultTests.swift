import TestSupport
import Testing

@testable import PracticeServer

/// A fault strikes where the facts about Fitbit know of it, and lets a client get that far.
struct PracticeFaultTests {
  /// The status of each fault, and what it strikes besides the token endpoint.
  static let faults: [(fault: PracticeFault, status: Int, strikes: Set<String>)] = [
    (.gone, 410, ["authorize", "code", "refresh", "introspect", "revoke", "api", "metadata"]),
    (.rateLimited, 429, ["code", "refresh", "api"]),
    (.notJSON, 400, ["code", "refresh", "introspect", "revoke", "api"]),
    (.conflict, 409, ["refresh"]),
    (.serverError, 500, ["code", "refresh", "introspect", "revoke", "api"]),
    (.slow, 0, []),
  ]

  /// One request to each address, as an honest client sends it, by a short name.
  private func answers(of rig: PracticeRig) async -> [String: PracticeServer.LoggedResponse] {
    [
      "front": await rig.get("/"), "authorize": await rig.authorize(),
      "code": await rig.redeem("x"), "refresh": await rig.refresh("x"),
      "introspect": await rig.post("/1.1/oauth2/introspect", ["token": "x"], bearer: "x"),
      "revoke": await rig.post("/oauth2/revoke", ["token": "x", "client_id": "CLI001"]),
      "api": await rig.profile("x"),
      "metadata": await rig.get("/.well-known/oauth-authorization-server"),
    ]
  }

  @Test(arguments: faults)
  func `a fault strikes where it belongs, and nowhere else`(
    fault: PracticeFault, status: Int, strikes: Set<String>
  ) async throws {
    let usual = await answers(of: PracticeRig())
    for (name, answer) in await answers(of: PracticeRig { $0.fault = fault }) {
      guard strikes.contains(name) else {
        var usual = try #require(usual[name])
        // The listener waits as long as the answer says.
        if fault == .slow { usual.delay = 5 }
        expect(answer, is: usual, "\(fault) at \(name)")
        continue
      }
      expect(answer.status == status && answer.summary == "simulated fault", "\(name)")
      expect(answer.field("Cache-Control"), is: "no-store")
      expect(answer.relaxed.isEmpty)
      if fault == .notJSON {
        expect(answer.field("Content-Type")?.hasPrefix("text/html"), is: true)
      } else {
        _ = try answer.error()
      }
      if fault == .rateLimited { expect(answer.field("Fitbit-Rate-Limit-Reset") != nil) }
    }
  }

  @Test func `every fault is held against the table`() {
    // Those of the redirect and of the metadata have tests of their own.
    let others = PracticeFault.allCases.filter { $0.place == .redirect || $0.place == .metadata }
    expect(Set(Self.faults.map(\.fault) + others), is: Set(PracticeFault.allCases))
    for fault in PracticeFault.allCases { expect(fault.effect.hasSuffix(".")) }
  }

  @Test(arguments: PracticeFault.allCases.filter { ![.gone, .noCode, .denied].contains($0) })
  func `a learner gets a code, and then meets the fault`(fault: PracticeFault) async throws {
    expect(try await PracticeRig { $0.fault = fault }.code().count, is: 40)
  }

  @Test func `a conflict meets whoever has tokens already`() async throws {
    let rig = PracticeRig { $0.fault = .conflict }
    let tokens = try await rig.tokens()
    expect(await rig.profile(tokens.access).status, is: 200)
    expect(await rig.refresh(tokens.refresh).status, is: 409)
  }
}
