import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// What each profile and each feature changes, as the RFC that it cites says.
struct PracticeProfileTests {
  private static func rig(_ profile: PracticeProfile, off: Set<Feature> = []) -> PracticeRig {
    PracticeRig { configuration in
      configuration = PracticeConfiguration(baseURL: configuration.baseURL, profile: profile)
      configuration.features.subtract(off)
    }
  }

  /// The secret of SRV001 in the body.
  private static let secretInBody: KeyValuePairs = [
    "grant_type": "client_credentials", "client_id": "SRV001",
    "client_secret": "practice-secret-of-the-server-app",
  ]

  @Test func `errors of RFC 6749 have its two members, and both forms have all`() async throws {
    for shape in ErrorShape.allCases {
      let rig = PracticeRig { $0.errors = shape }
      let answer = await rig.redeem("no-such-code")
      expect(answer.status, is: 400)
      let members = try answer.members()
      let standard: Set = ["error", "error_description"]
      let fitbits: Set = ["errors", "success"]
      let wanted: Set<String> =
        switch shape {
        case .fitbit: fitbits
        case .rfc6749: standard
        case .both: fitbits.union(standard)
        }
      expect(Set(members.keys), is: wanted)
      guard shape != .fitbit else { continue }
      // RFC 6749 §5.2: the code, and a text without quotation marks and backslashes.
      expect(try answer.member("error"), is: "invalid_grant")
      let text = try answer.member("error_description")
      expect(text, is: "Authorization code invalid: no-such-code")
    }
  }

  @Test func `an explanation keeps to the characters of RFC 6749 §5.2`() async throws {
    let rig = PracticeRig { $0.errors = .rfc6749 }
    let answer = await rig.redeem("a\"b\\c\u{E9}\u{1}d")
    let text = try answer.member("error_description")
    let isAllowed = text.utf8.allSatisfy {
      0x20...0x21 ~= $0 || 0x23...0x5B ~= $0 || 0x5D...0x7E ~= $0
    }
    expect(isAllowed, "\(text)")
  }

  @Test func `what is no error of OAuth is told as RFC 9457 says`() async throws {
    let rig = PracticeRig {
      $0.errors = .rfc6749
      $0.fault = .serverError
    }
    let answer = await rig.redeem("x")
    expect(answer.status == 500 && answer.field("Content-Type") == "application/problem+json")
    let members = try answer.members()
    expect(members["title"] as? String == "Internal Server Error")
    expect(members["status"] as? Int, is: 500)
  }

  @Test func `a bad request is told to the client, but never to an unregistered address`()
    async throws
  {
    let rig = PracticeRig { $0.errors = .rfc6749 }
    // RFC 6749 §4.1.2.1, with the state as it came.
    let told = await rig.authorize(PracticeRig.request().with("scope", "nonsense"))
    expect(told.status, is: 302)
    expect(told.location?.hasPrefix(PracticeRig.redirectURI + "?error=invalid_scope"), is: true)
    expect(told.redirectForm?.value(of: "state"), is: Guide.state)
    expect(told.relaxed, is: [])
    for (name, value) in [("redirect_uri", "https://evil.example/"), ("client_id", "NOBODY")] {
      let page = await rig.authorize(PracticeRig.request().with(name, value))
      expect(page.status == 400 && page.location == nil, "\(name)")
    }
  }

  @Test(arguments: [(PracticeProfile.fitbit, 401), (.rfc, 200)])
  func `a secret in the body counts where the feature is on, and is announced`(
    profile: PracticeProfile, status: Int
  ) async throws {
    let rig = Self.rig(profile)
    expect(await rig.post("/oauth2/token", Self.secretInBody).status, is: status)
    let metadata = try await rig.get("/.well-known/oauth-authorization-server").members()
    let methods = metadata["token_endpoint_auth_methods_supported"] as? [String]
    expect(methods?.contains("client_secret_post"), is: status == 200)
    let wrong = await rig.post(
      "/oauth2/token",
      ["grant_type": "client_credentials", "client_id": "SRV001", "client_secret": "wrong"])
    expect(wrong.status, is: 401)
    // RFC 6749 §5.2: 401 for a client that did not use the header, too.
    expect(wrong.text.contains("invalid_client"), is: true)
  }

  @Test func `the cause of a refused secret names the switch, and the switch changes it`()
    async throws
  {
    let refused = await PracticeRig().post("/oauth2/token", Self.secretInBody)
    expect(refused.cause?.contains("practice --with secret-in-body accepts it."), is: true)
    let accepted = await PracticeRig { $0.features.insert(.secretInBody) }
      .post("/oauth2/token", Self.secretInBody)
    expect(accepted.status, is: 200)
  }

  @Test(arguments: [(PracticeProfile.fitbit, 401), (.rfc, 400)])
  func `an empty secret of a client that has none is no mistake where the feature is on`(
    profile: PracticeProfile, status: Int
  ) async throws {
    let rig = Self.rig(profile)
    let form: KeyValuePairs = ["grant_type": "authorization_code", "code": "x"]
    // 400 is the refusal of the code: the client was accepted.
    expect(await rig.post("/oauth2/token", form, basic: "CLI001:").status, is: status)
    expect(await rig.post("/oauth2/token", form, basic: "SRV001:").status, is: 401)
    expect(await rig.post("/oauth2/token", form, basic: "CLI001:x").status, is: 401)
  }

  @Test(
    arguments: [
      ("http://127.0.0.1:51234/callback", 200), ("http://127.0.0.1/callback", 200),
      ("http://localhost:51234/callback", 200), ("http://127.0.0.1:51234/other", 400),
      ("http://127.0.0.1.evil.example:8089/callback", 400), ("http://[::1]:1/callback", 400),
      ("http://127.0.0.1:99999/callback", 400), ("http://127.0.0.1:80a/callback", 400),
      ("https://127.0.0.1:51234/callback", 400),
      ("http://127.0.0.1:8089@evil.example/callback", 400),
      ("http://127.0.0.1:51234/callback?a=b", 400),
    ])
  func `any port of loopback fits, and nothing else`(uri: String, status: Int) async throws {
    // RFC 8252 §7.3.
    let form = PracticeRig.request().with("redirect_uri", uri)
    expect(await Self.rig(.rfc).authorize(form).status == 200, is: status == 200)
    expect(await Self.rig(.fitbit).authorize(form).status, is: 400)
  }

  @Test func `a code that went to another port is exchanged with that port`() async throws {
    let rig = Self.rig(.rfc, off: [.oddValues])
    let uri = "http://127.0.0.1:51234/callback"
    let code = try await rig.code(PracticeRig.request().with("redirect_uri", uri))
    expect(await rig.redeem(code).status, is: 400)
    let other = try await rig.code(PracticeRig.request().with("redirect_uri", uri))
    expect(await rig.redeem(other, redirectURI: uri).status, is: 200)
  }

  @Test func `iss stands in every redirect and is announced, or neither`() async throws {
    for (profile, issuer) in [(PracticeProfile.fitbit, String?.none), (.rfc, PracticeRig.base)] {
      let rig = Self.rig(profile)
      let request = PracticeRig.authorizing(PracticeRig.request())
      for decision in [UserDecision.allow(Scope("activity")), .deny] {
        let answer = await rig.server.respond(to: request) { _ in decision }
        expect(answer.redirectForm?.value(of: "iss"), is: issuer)
      }
      let metadata = try await rig.get("/.well-known/oauth-authorization-server").members()
      let announced = metadata["authorization_response_iss_parameter_supported"] as? Bool
      expect(announced, is: issuer == nil ? nil : true)
    }
  }

  @Test func `introspection in the standard's form has scopes with spaces and seconds`()
    async throws
  {
    let rig = Self.rig(.rfc, off: [.oddValues])
    let token = try await rig.tokens().access
    let answer = await rig.post(
      "/1.1/oauth2/introspect", ["token": token], basic: PracticeRig.serverBasic)
    let members = try answer.members()
    expect(members["scope"] as? String, is: "activity profile")
    expect(members["exp"] as? Int, is: Int(PracticeRig.start) + 28_800)
    expect(members["sub"] as? String, is: "2PRACT")
    // RFC 7662 §2.1 and §4: nobody may ask without authorization.
    let anonymous = await rig.post("/1.1/oauth2/introspect", ["token": token])
    let open = await rig.post(
      "/1.1/oauth2/introspect", ["token": token, "client_id": "CLI001"])
    expect(anonymous.status == 401 && open.status == 401)
  }

  @Test func `a newer authorization ends the refresh token before it, and the cause says which`()
    async throws
  {
    let rig = PracticeRig()
    let first = try await rig.tokens()
    let rotated = try await rig.refresh(first.refresh).pair()
    rig.wait(61)
    let code = try await rig.code()
    let second = await rig.redeem(code)
    expect(second.summary, is: "tokens for CLI001; its earlier refresh token revoked")
    let ended = await rig.refresh(rotated.refresh)
    try ended.expectRefusal(400, "invalid_grant", "Refresh token invalid")
    expect(ended.cause?.contains("CLI001 was authorized again at 10:01:01"), is: true)
    expect(ended.cause?.contains("practice --without one-refresh-token"), is: true)
    // The access token lives on, and so does what another application got.
    expect(await rig.profile(rotated.access).status, is: 200)
    let lenient = Self.rig(.rfc, off: [.oddValues])
    let earlier = try await lenient.tokens()
    _ = try await lenient.tokens()
    expect(await lenient.refresh(earlier.refresh).status, is: 200)
  }
}
