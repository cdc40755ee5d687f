import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// The three application types authenticate as the guide says.
struct PracticeClientTypeTests {
  private func redeem(_ client: String, basic: String?) async throws
    -> PracticeServer.LoggedResponse
  {
    let rig = PracticeRig()
    let code = try await rig.code(PracticeRig.request(client))
    return await rig.post(
      "/oauth2/token",
      [
        "grant_type": "authorization_code", "client_id": client, "code": code,
        "code_verifier": Guide.verifier, "redirect_uri": PracticeRig.redirectURI,
      ], basic: basic)
  }

  @Test(
    arguments: [
      ("SRV001", PracticeRig.serverBasic, 200), ("SRV001", nil, 401), ("CLI001", nil, 200),
      ("PER001", nil, 200), ("PER001", PracticeRig.personalBasic, 200), ("PER001", "PER001:x", 401),
      ("CLI001", "CLI001:", 401), ("CLI001", "CLI001:x", 401),
      // RFC 6749 §2.3.1: both parts are form-encoded first.
      ("SRV001", "%53RV001:practice%2Dsecret-of-the-server-app", 200),
    ] as [(String, String?, Int)])
  func `who must show the secret, who may, and who cannot`(
    client: String, basic: String?, status: Int
  ) async throws {
    let answer = try await redeem(client, basic: basic)
    expect(answer.status, is: status, "\(answer.text)")
    guard status == 200 else { return }
    let members = try answer.members()
    expect(
      Set(members.keys),
      is: [
        "access_token", "expires_in", "refresh_token", "scope", "token_type", "user_id",
      ])
    expect(members["expires_in"] as? Int, is: 28_800)
    expect(members["token_type"] as? String, is: "Bearer")
    expect(members["scope"] as? String, is: "activity profile")
    expect(answer.field("Content-Type"), is: "application/json;charset=UTF-8")
    expect(answer.field("Cache-Control") == "no-store" && answer.field("Pragma") == "no-cache")
  }

  @Test(arguments: ["Basic", "basic", "BASIC"], [" ", "   "])
  func `the scheme may be written in any case, with any number of whitespace behind it`(
    scheme: String, whitespace: String
  ) async throws {
    let encoded = Base64.standard.encode(Array(PracticeRig.serverBasic.utf8))
    let answer = await PracticeRig().post(
      "/oauth2/token", ["grant_type": "authorization_code", "code": "x"],
      fields: [HTTPField("Authorization", scheme + whitespace + encoded)])
    try answer.expectRefusal(400, "invalid_grant")
  }

  @Test func `an identifier and a secret with odd characters get through form-encoded`()
    async throws
  {
    let (identifier, secret) = ("a:b c%ü", "p+q:r/\u{E9} &=")
    let rig = PracticeRig {
      $0.clients = [
        PracticeClient(
          identifier: identifier, applicationType: .server, secret: ClientSecret(secret),
          redirectURIs: [PracticeRig.redirectURI])
      ]
    }
    let basic = Form.encode(identifier) + ":" + Form.encode(secret)
    let answer = await rig.post(
      "/oauth2/token", ["grant_type": "client_credentials"], basic: basic)
    expect(answer.status, is: 200, "\(answer.text)")
    // The same secret in other bytes: é and an accent as they are composed.
    let other = secret.replacing("\u{E9}", with: "e\u{301}")
    expect(other == secret && Array(other.utf8) != Array(secret.utf8))
    let wrong = await rig.post(
      "/oauth2/token", ["grant_type": "client_credentials"],
      basic: Form.encode(identifier) + ":" + Form.encode(other))
    expect(wrong.status, is: 401)
  }

  @Test func `an empty secret in the body is none`() async throws {
    // RFC 6749 §3.2: a parameter without a value is omitted.
    let rig = PracticeRig()
    let code = try await rig.code()
    let answer = await rig.post(
      "/oauth2/token",
      [
        "grant_type": "authorization_code", "client_id": "CLI001", "client_secret": "",
        "code": code, "code_verifier": Guide.verifier, "redirect_uri": PracticeRig.redirectURI,
      ])
    expect(answer.status, is: 200)
  }
}
