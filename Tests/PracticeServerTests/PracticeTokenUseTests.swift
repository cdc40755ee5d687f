import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// Introspection and revocation: RFC 7662, RFC 7009, and what is Fitbit's own.
struct PracticeTokenUseTests {
  private func introspect(
    _ rig: PracticeRig, _ token: String, with bearer: String?
  ) async -> PracticeServer.LoggedResponse {
    await rig.post("/1.1/oauth2/introspect", ["token": token], bearer: bearer)
  }

  @Test func `an active token is described with braces and milliseconds`() async throws {
    let rig = PracticeRig()
    let token = try await rig.tokens().access
    rig.wait(100)
    let answer = await introspect(rig, token, with: token)
    let members = try answer.members()
    expect(answer.status == 200 && members["active"] as? Bool == true)
    expect(members["scope"] as? String, is: "{ACTIVITY=READ_WRITE, PROFILE=READ_WRITE}")
    expect(members["client_id"] as? String, is: "CLI001")
    expect(members["user_id"] as? String, is: "2PRACT")
    expect(members["token_type"] as? String, is: "access_token")
    expect(members["iat"] as? Int64, is: PracticeRig.start * 1000)
    expect(members["exp"] as? Int64, is: (PracticeRig.start + 28_800) * 1000)
  }

  @Test func `of any other token only that it is not active is said`() async throws {
    let rig = PracticeRig()
    let old = try await rig.tokens()
    rig.wait(28_800)
    let pair = try await rig.tokens()
    for token in [old.access, "unknown", pair.refresh] {
      let answer = await introspect(rig, token, with: pair.access)
      expect(answer.status, is: 200)
      expect(try answer.members() as? [String: Bool], is: ["active": false])
    }
    // An expired token cannot ask about itself.
    try await introspect(rig, old.access, with: old.access).expectRefusal(401, "expired_token")
    try await introspect(rig, pair.access, with: nil).expectRefusal(401, "invalid_request")
    let none = await rig.post("/1.1/oauth2/introspect", [:], bearer: pair.access)
    try none.expectRefusal(400, "invalid_request", "Missing parameters: token")
    let twice = await rig.post(
      "/1.1/oauth2/introspect", ["token": "a", "token": "b"], bearer: pair.access)
    try twice.expectRefusal(400, "invalid_request", "The parameter token is repeated")
  }

  private func revoke(
    _ rig: PracticeRig, _ token: String, _ client: String = "CLI001"
  ) async -> PracticeServer.LoggedResponse {
    let basic = client == "SRV001" ? PracticeRig.serverBasic : nil
    return await rig.post(
      "/oauth2/revoke", ["token": token, "client_id": client], basic: basic)
  }

  @Test(arguments: ["SRV001", "CLI001", "PER001"], [false, true])
  func `either token ends all that the user gave the client`(
    client: String, byRefreshToken: Bool
  ) async throws {
    let rig = PracticeRig()
    let one = try await rig.tokens(client)
    let two = try await rig.tokens(client)
    let foreign = try await rig.tokens(client == "CLI001" ? "PER001" : "CLI001")
    let answer = await revoke(rig, byRefreshToken ? one.refresh : one.access, client)
    expect(answer.status == 200 && answer.response.body.isEmpty)
    expect(answer.field("Cache-Control"), is: "no-store")
    for pair in [one, two] {
      try await rig.profile(pair.access).expectRefusal(401, "invalid_token")
      expect(await rig.refresh(pair.refresh, client: client).status, is: 400)
    }
    expect(await rig.profile(foreign.access).status, is: 200)
    // RFC 7009 §2.2: what is revoked may be revoked again.
    expect(await revoke(rig, one.access, client).status, is: 200)
  }

  @Test func `another client's token is refused and stays`() async throws {
    // RFC 7009 §2.1: the client is informed of the error.
    let rig = PracticeRig()
    let pair = try await rig.tokens()
    for token in [pair.access, pair.refresh] {
      try await revoke(rig, token, "SRV001").expectRefusal(400, "invalid_grant")
      try await revoke(rig, token, "PER001").expectRefusal(400, "invalid_grant")
    }
    expect(await rig.profile(pair.access).status, is: 200)
    expect(await rig.refresh(pair.refresh).status, is: 200)
  }

  @Test func `revocation wants a client and exactly one token, be it unknown`() async throws {
    let rig = PracticeRig()
    try await rig.post("/oauth2/revoke", ["token": "x"]).expectRefusal(401, "invalid_client")
    try await rig.post("/oauth2/revoke", ["token": "x", "client_id": "SRV001"])
      .expectRefusal(401, "invalid_client")
    try await rig.post("/oauth2/revoke", ["client_id": "CLI001"])
      .expectRefusal(400, "invalid_request", "Missing parameters: token")
    try await rig.post("/oauth2/revoke", ["client_id": "CLI001", "token": "x", "token": "y"])
      .expectRefusal(400, "invalid_request", "The parameter token is repeated")
    // An unknown token is as good as revoked.
    expect(await revoke(PracticeRig(), "unknown").status, is: 200)
  }
}
