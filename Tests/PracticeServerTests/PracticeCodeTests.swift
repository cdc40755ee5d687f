import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

struct PracticeCodeTests {
  @Test(arguments: [(nil, 599, 200), (nil, 600, 400), (nil, 601, 400), (5, 5, 400)])
  func `a code lives for ten minutes, or as long as was set, and not a second longer`(
    lifetime: Int64?, age: Int64, status: Int
  ) async throws {
    let rig = PracticeRig { if let lifetime { $0.codeLifetime = lifetime } }
    let code = try await rig.code()
    rig.wait(age)
    let answer = await rig.redeem(code)
    expect(answer.status, is: status)
    if status == 400 {
      try answer.expectRefusal(400, "invalid_grant", "Authorization code expired: \(code).")
    }
  }

  @Test(arguments: ["PER001", "SRV001"])
  func `another client cannot use a code, and does it no harm`(client: String) async throws {
    let rig = PracticeRig()
    let code = try await rig.code()
    try await rig.redeem(code, client: client).expectRefusal(
      400, "invalid_grant", "Authorization code invalid: \(code)")
    let tokens = try await rig.redeem(code).pair()
    // The same after its use: only its own client can replay it.
    expect(await rig.redeem(code, client: client).status, is: 400)
    expect(await rig.profile(tokens.access).status, is: 200)
  }

  @Test(arguments: [
    "http://localhost:8089/callback", "http://127.0.0.1:8089/callback/",
    "http://127.0.0.1:8089/Callback", "https://evil.example/",
  ])
  func `a code is bound to its redirect URI`(uri: String) async throws {
    let rig = PracticeRig()
    let code = try await rig.code()
    try await rig.redeem(code, redirectURI: uri).expectRefusal(
      400, "invalid_grant", "Redirect_uri mismatch: \(uri).")
    expect(await rig.redeem(code).status, is: 200)
  }

  @Test func `the redirect URI must come again where it was sent`() async throws {
    let rig = PracticeRig {
      $0.clients = [
        PracticeClient(
          identifier: "CLI001", applicationType: .client, secret: nil,
          redirectURIs: [PracticeRig.redirectURI])
      ]
    }
    func redeem(_ form: Form) async throws -> PracticeServer.LoggedResponse {
      await rig.post(
        "/oauth2/token",
        [
          "grant_type": "authorization_code", "client_id": "CLI001",
          "code": try await rig.code(form), "code_verifier": Guide.verifier,
        ])
    }
    let form = PracticeRig.request()
    try await redeem(form).expectRefusal(400, "invalid_grant", "Redirect_uri mismatch")
    expect(try await redeem(form.with("redirect_uri", nil)).status, is: 200)
  }

  @Test func `a replay is refused and ends the tokens that the code gave`() async throws {
    let rig = PracticeRig(off: [.oneRefreshToken])
    let other = try await rig.tokens()
    let code = try await rig.code()
    let first = try await rig.redeem(code).pair()
    let second = try await rig.refresh(first.refresh).pair()
    try await rig.redeem(code).expectRefusal(
      400, "invalid_grant", "Authorization code invalid: \(code)")
    for token in [first.access, second.access] {
      try await rig.profile(token).expectRefusal(401, "invalid_token", "Access token invalid: ")
    }
    expect(await rig.refresh(second.refresh).status, is: 400)
    expect(await rig.profile(other.access).status, is: 200)
    expect(await rig.refresh(other.refresh).status, is: 200)
    // A replay after the ten minutes ends the tokens, too.
    let late = PracticeRig()
    let old = try await late.code()
    let tokens = try await late.redeem(old).pair()
    late.wait(601)
    expect(await late.redeem(old).status, is: 400)
    expect(await late.profile(tokens.access).status, is: 401)
  }

  @Test func `of fifty redemptions at once exactly one succeeds`() async throws {
    let rig = PracticeRig()
    let code = try await rig.code()
    let answers = await withTaskGroup { group in
      for _ in 0..<50 { group.addTask { await rig.redeem(code) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    expect(answers.filter { $0.status == 200 }.count, is: 1)
    expect(answers.filter { $0.status == 400 }.count, is: 49)
  }

  @Test func `no code is issued twice`() async throws {
    let rig = PracticeRig { $0.autoApproves = true }
    var codes: Set<String> = []
    for _ in 0..<200 { codes.insert(try await rig.code()) }
    expect(codes.count, is: 200)
  }
}
