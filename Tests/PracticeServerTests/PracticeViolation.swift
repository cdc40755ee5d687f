import HTTPMessages
import PracticeServer
import Testing
import Vocabulary

/// For each rule, a request that violates it and nothing else.
///
/// A new rule does not compile until it has its case here.
struct PracticeViolation {
  /// The answer to the violating request.
  let answer: PracticeServer.LoggedResponse
  /// Where it shows whether the violation led anywhere; mostly the same answer.
  let effect: PracticeServer.LoggedResponse

  private init(
    _ answer: PracticeServer.LoggedResponse, effect: PracticeServer.LoggedResponse? = nil
  ) {
    self.answer = answer
    self.effect = effect ?? answer
  }

  /// Violates a rule.
  static func of(_ rule: Rule, at rig: PracticeRig) async throws -> PracticeViolation {
    switch rule {
    case .exactRedirectURI, .noRedirectOnError, .noRepeatedParameters, .pkceRequired, .noFraming,
      .noReferrer, .noStore:
      return PracticeViolation(await rig.authorize(request(against: rule)))
    case .ownHost:
      let foreign = HTTPRequest(method: "GET", url: "http://evil.example:8088/")
      return PracticeViolation(await rig.server.respond(to: foreign))
    case .oneAuthenticationMethod:
      let secret = String(PracticeRig.serverBasic.dropFirst("SRV001:".count))
      return PracticeViolation(
        await rig.post(
          "/oauth2/token", ["grant_type": "client_credentials", "client_secret": secret],
          basic: PracticeRig.serverBasic))
    case .parametersInBody:
      return PracticeViolation(
        await rig.post(
          "/oauth2/token?grant_type=password", ["grant_type": "client_credentials"],
          basic: PracticeRig.serverBasic))
    case .stateCharacters:
      return PracticeViolation(await rig.authorize(PracticeRig.request().with("state", "é")))
    case .issuedCookie: return try await plantCookie(rig)
    case .consentToken: return PracticeViolation(try await decideElsewhere(rig))
    case .pkceVerified:
      return PracticeViolation(await rig.redeem(try await rig.code(), verifier: nil))
    case .noPKCEDowngrade:
      let code = try await rig.code(PracticeRig.request("SRV001").with("code_challenge", nil))
      return PracticeViolation(await rig.redeem(code, client: "SRV001"))
    case .singleUseCode, .replayEndsTokens: return try await replay(rule, rig)
    case .codeExpires:
      let code = try await rig.code()
      rig.wait(600)
      return PracticeViolation(await rig.redeem(code))
    case .codeBoundToClient:
      return PracticeViolation(await rig.redeem(try await rig.code(), client: "PER001"))
    case .codeBoundToRedirectURI:
      let code = try await rig.code()
      return PracticeViolation(
        await rig.redeem(code, redirectURI: "http://localhost:8089/callback"))
    case .clientAuthentication:
      return PracticeViolation(
        await rig.post(
          "/oauth2/token",
          [
            "grant_type": "refresh_token", "client_id": "SRV001",
            "refresh_token": try await rig.tokens("SRV001").refresh,
          ]))
    case .refreshRotation, .refreshReplayEndsFamily:
      let old = try await rig.tokens()
      let new = try await rig.refresh(old.refresh).pair()
      rig.wait(120)
      let answer = await rig.refresh(old.refresh)
      return PracticeViolation(
        answer, effect: rule == .refreshRotation ? nil : await rig.refresh(new.refresh))
    case .publicClientConsent:
      _ = try await rig.code()
      return PracticeViolation(await rig.authorize())
    case .oneRefreshToken:
      let earlier = try await rig.tokens().refresh
      _ = try await rig.tokens()
      return PracticeViolation(await rig.refresh(earlier))
    case .refreshBoundToClient:
      return PracticeViolation(
        await rig.refresh(try await rig.tokens().refresh, client: "PER001"))
    case .tokenExpires, .scopeEnforced, .tokenInHeaderOnly, .rateLimit:
      return PracticeViolation(try await call(against: rule, rig))
    }
  }

  private static func request(against rule: Rule) -> Form {
    let request = PracticeRig.request()
    return switch rule {
    case .exactRedirectURI: request.with("redirect_uri", PracticeRig.redirectURI + ".evil")
    case .noRedirectOnError: request.with("redirect_uri", "https://evil.example/")
    case .noRepeatedParameters: request.adding("scope", "sleep")
    case .pkceRequired: request.with("code_challenge", nil)
    default: request
    }
  }

  private static func replay(_ rule: Rule, _ rig: PracticeRig) async throws -> PracticeViolation {
    let code = try await rig.code()
    let tokens = try await rig.redeem(code).pair()
    let answer = await rig.redeem(code)
    return PracticeViolation(
      answer, effect: rule == .singleUseCode ? nil : await rig.profile(tokens.access))
  }

  /// The page's one-time value, sent by a browser that never saw the page.
  private static func decideElsewhere(_ rig: PracticeRig) async throws
    -> PracticeServer.LoggedResponse
  {
    let page = await rig.authorize().text
    let token = try #require(page.firstMatch(of: #/name="page_token" value="([^"]+)"/#))
    return await rig.post(
      "/oauth2/authorize/decision",
      ["page_token": String(token.output.1), "decision": "allow", "scope": "activity"])
  }

  /// A cookie that an attacker chose, and the page's one-time value from a browser that has the same cookie.
  private static func plantCookie(_ rig: PracticeRig) async throws -> PracticeViolation {
    let cookie = [HTTPField("Cookie", "practice_browser=fixed")]
    let page = await rig.authorize(fields: cookie)
    let token = try #require(page.text.firstMatch(of: #/name="page_token" value="([^"]+)"/#))
    let decision = await rig.post(
      "/oauth2/authorize/decision",
      ["page_token": String(token.output.1), "decision": "allow", "scope": "activity"],
      fields: cookie)
    return PracticeViolation(page, effect: decision)
  }

  private static func call(
    against rule: Rule, _ rig: PracticeRig
  ) async throws -> PracticeServer.LoggedResponse {
    let token = try await rig.tokens().access
    switch rule {
    case .tokenExpires: rig.wait(28_800)
    case .scopeEnforced: return await rig.get("/1.2/user/-/sleep/date/today.json", bearer: token)
    case .tokenInHeaderOnly: return await rig.get("/1/user/-/profile.json?access_token=" + token)
    default: for _ in 0..<150 { _ = await rig.profile(token) }
    }
    return await rig.profile(token)
  }
}
