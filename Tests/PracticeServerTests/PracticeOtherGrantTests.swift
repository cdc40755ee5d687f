import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

struct PracticeOtherGrantTests {
  private static func implicit(_ client: String = "CLI001") -> Form {
    PracticeRig.request(client).with("response_type", "token").with("code_challenge", nil)
      .with("code_challenge_method", nil)
  }

  @Test(arguments: ["CLI001", "PER001"])
  func `the implicit flow gives a token in the fragment, and no refresh token`(
    client: String
  ) async throws {
    let rig = PracticeRig()
    let answer = await rig.server.respond(
      to: PracticeRig.authorizing(Self.implicit(client)), deciding: UserDecision.allow)
    let parts = URLParts(try #require(answer.location))
    expect(answer.status == 303 && parts.query == nil)
    let form = try #require(answer.redirectForm)
    // The order of the example in Fitbit's old tutorial, with the state behind it.
    expect(
      form.pairs.map(\.name),
      is: [
        "scope", "user_id", "token_type", "expires_in", "access_token", "state",
      ])
    expect(form.value(of: "expires_in"), is: "86400")
    expect(form.value(of: "token_type") == "Bearer" && form.value(of: "state") == Guide.state)
    let token = try #require(form.value(of: "access_token"))
    expect(await rig.profile(token).status, is: 200)
    rig.wait(86_399)
    expect(await rig.profile(token).status, is: 200)
    rig.wait(1)
    try await rig.profile(token).expectRefusal(401, "expired_token")
  }

  @Test(arguments: [86_400, 604_800, 2_592_000, 31_536_000])
  func `the documented lifetimes are allowed`(lifetime: Int64) async throws {
    let rig = PracticeRig { $0.autoApproves = true }
    let form = Self.implicit().with("expires_in", String(lifetime))
    let answer = await rig.authorize(form)
    expect(answer.status, is: 302)
    expect(answer.redirectForm?.value(of: "expires_in"), is: String(lifetime))
    let token = try #require(answer.redirectForm?.value(of: "access_token"))
    rig.wait(lifetime)
    expect(await rig.profile(token).status, is: 401)
  }

  @Test(arguments: [
    "0", "-1", "86401", "3600", "28800", "+86400", "086400", "1e5", "99999999999999999999",
  ])
  func `no other lifetime is`(lifetime: String) async {
    let answer = await PracticeRig().authorize(Self.implicit().with("expires_in", lifetime))
    expect(answer.status == 400 && answer.location == nil)
    expect(answer.text.contains("invalid_request - Invalid expires_in parameter value"))
  }

  @Test func `a denied implicit request answers in the fragment`() async throws {
    let answer = await PracticeRig().server.respond(to: PracticeRig.authorizing(Self.implicit())) {
      _ in .deny
    }
    let parts = URLParts(try #require(answer.location))
    expect(parts.query == nil && parts.fragment?.hasPrefix("error=access_denied&") == true)
    expect(answer.redirectForm?.value(of: "state"), is: Guide.state)
  }

  private func clientCredentials(
    _ rig: PracticeRig = PracticeRig(), expiresIn: String = "", basic: String? = nil,
    client: String = ""
  ) async -> PracticeServer.LoggedResponse {
    await rig.post(
      "/oauth2/token",
      ["grant_type": "client_credentials", "expires_in": expiresIn, "client_id": client],
      basic: basic)
  }

  @Test(arguments: ["", "3600", "28800", "86400", "604800", "2592000", "31536000"])
  func `a server application gets a token of its own`(lifetime: String) async throws {
    let answer = await clientCredentials(expiresIn: lifetime, basic: PracticeRig.serverBasic)
    let members = try answer.members()
    expect(answer.status, is: 200)
    expect(Set(members.keys), is: ["access_token", "expires_in", "token_type"])
    expect(members["expires_in"] as? Int, is: (Int(lifetime) ?? 28_800))
  }

  @Test(arguments: ["0", "-1", "1", "28801", "abc", "+3600"])
  func `no other lifetime is given to a client itself`(lifetime: String) async throws {
    try await clientCredentials(expiresIn: lifetime, basic: PracticeRig.serverBasic)
      .expectRefusal(400, "invalid_request", "Invalid expires_in parameter value.")
  }

  @Test func `only a server application may ask for itself`() async throws {
    try await clientCredentials(client: "CLI001").expectRefusal(400, "unauthorized_client")
    try await clientCredentials(client: "PER001").expectRefusal(400, "unauthorized_client")
    try await clientCredentials(basic: PracticeRig.personalBasic)
      .expectRefusal(400, "unauthorized_client")
    try await clientCredentials(client: "SRV001").expectRefusal(401, "invalid_client")
  }

  @Test func `a token without a user reaches no user's data, and its end leaves the user's tokens`()
    async throws
  {
    let rig = PracticeRig()
    let token = try await clientCredentials(rig, basic: PracticeRig.serverBasic)
      .member("access_token")
    try await rig.profile(token).expectRefusal(403, "insufficient_scope")
    let told = try await rig.post("/1.1/oauth2/introspect", ["token": token], bearer: token)
      .members()
    expect(told["active"] as? Bool == true && told["client_id"] as? String == "SRV001")
    expect(told.keys.contains("user_id"), is: false)
    let other = PracticeRig()
    let pair = try await other.tokens("SRV001")
    let own = try await clientCredentials(other, basic: PracticeRig.serverBasic)
      .member("access_token")
    expect(
      await other.post("/oauth2/revoke", ["token": own], basic: PracticeRig.serverBasic).status,
      is: 200)
    expect(await other.profile(own).status, is: 401)
    expect(await other.profile(pair.access).status, is: 200)
    expect(await other.authorize(PracticeRig.request("SRV001")).status, is: 302)
  }
}
