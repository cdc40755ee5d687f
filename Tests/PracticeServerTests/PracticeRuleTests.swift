import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

struct PracticeRuleTests {
  /// The rules that add header fields, and so have something to do in every answer.
  static let fieldRules: [Rule: String] = [
    .noFraming: "X-Frame-Options", .noReferrer: "Referrer-Policy", .noStore: "Cache-Control",
  ]

  /// With which status and words a violation is refused; `replayEndsTokens` and
  /// `refreshReplayEndsFamily` show in what comes after.
  static let rejections: [Rule: (status: Int, words: String)] = [
    .exactRedirectURI: (400, "Invalid redirect_uri parameter value"),
    .noRedirectOnError: (400, "Invalid redirect_uri parameter value"),
    .noRepeatedParameters: (400, "The parameter scope is repeated"),
    .pkceRequired: (400, "Missing parameters: code_challenge"),
    .pkceVerified: (400, "The code verifier is missing."),
    .noPKCEDowngrade: (400, "A code verifier was sent, but no code challenge."),
    .singleUseCode: (400, "Authorization code invalid"),
    .replayEndsTokens: (401, "Access token invalid"),
    .codeExpires: (400, "Authorization code expired"),
    .codeBoundToClient: (400, "Authorization code invalid"),
    .codeBoundToRedirectURI: (400, "Redirect_uri mismatch"),
    .clientAuthentication: (401, "Incorrect authorization method."),
    .refreshRotation: (400, "Refresh token invalid"),
    .refreshReplayEndsFamily: (400, "Refresh token invalid"),
    .refreshBoundToClient: (400, "Refresh token invalid"),
    .tokenExpires: (401, "Access token expired"),
    .scopeEnforced: (403, "does not have permission to access sleep data"),
    .tokenInHeaderOnly: (400, "An access token does not belong in a URL."),
    .publicClientConsent: (200, "requests access to the data of"),
    .oneRefreshToken: (400, "Refresh token invalid"),
    .consentToken: (400, "The form was sent from another browser"),
    .ownHost: (421, "This server does not serve the host named in the request."),
    .oneAuthenticationMethod: (400, "more than one client authentication method"),
    .parametersInBody: (400, "The parameter grant_type is in the query."),
    .stateCharacters: (400, "Invalid state parameter value"),
    .issuedCookie: (400, "The form was sent from another browser"),
    .rateLimit: (429, "Too Many Requests"),
  ]

  @Test(arguments: Rule.allCases)
  func `a rule that is off lets its violation through, and no other, and only it is named`(
    rule: Rule
  ) async throws {
    let violation = try await PracticeViolation.of(rule, at: PracticeRig.strict(off: [rule]))
    expect(violation.answer.relaxed, is: [rule])
    expect(violation.effect.status < 400, "\(violation.effect.text)")
    if rule == .publicClientConsent { expect(violation.effect.location != nil) }
    if let field = Self.fieldRules[rule] { expect(violation.effect.field(field), is: nil) }
    // A rule that is off lets no other violation through.
    for other in Rule.allCases where other != rule && Self.fieldRules[other] == nil {
      // Where tokens are not rotated there is no replay, and so nothing that it could end. Where a code
      // works again, its second use is none. And a redirect is the answer to what is bad.
      switch (rule, other) {
      case (.refreshRotation, .refreshReplayEndsFamily), (.singleUseCode, .replayEndsTokens):
        continue
      // Where a decision may come from any browser, no cookie matters.
      case (.consentToken, .issuedCookie): continue
      case (.noRedirectOnError, _): continue
      default: break
      }
      let violation = try await PracticeViolation.of(other, at: PracticeRig.strict(off: [rule]))
      let status = Self.rejections[other]?.status
      expect(violation.effect.status, is: status, "\(other.rawValue) without \(rule.rawValue)")
    }
  }

  @Test(arguments: [Set(), Set(Rule.allCases)], ["SRV001", "CLI001", "PER001"])
  func `an honest client is relaxed nothing`(off: Set<Rule>, client: String) async throws {
    let rig = PracticeRig(off: off)
    let code = try await rig.code(PracticeRig.request(client))
    let first = await rig.redeem(code, client: client)
    let tokens = try first.pair()
    let refreshed = await rig.refresh(tokens.refresh, client: client)
    let new = try refreshed.pair()
    let answers = [
      await rig.authorize(), await rig.get("/"), first, refreshed, await rig.profile(new.access),
      await rig.post("/1.1/oauth2/introspect", ["token": new.access], bearer: new.access),
      await rig.post(
        "/oauth2/revoke", ["token": new.access, "client_id": client],
        basic: client == "SRV001" ? PracticeRig.serverBasic : nil),
    ]
    for answer in answers {
      expect(answer.status < 400)
      // An honest client without a secret cannot show that it is one, so its second request is relaxed as well.
      let relaxed = answer.relaxed.filter {
        Self.fieldRules[$0] == nil && $0 != .publicClientConsent
      }
      // Without rotation, an honest refresh gets another answer, too: the old refresh token.
      let isUnrotated = answer == refreshed && !off.isEmpty
      expect(relaxed, is: (isUnrotated ? [.refreshRotation] : []))
    }
  }

  @Test(arguments: Rule.allCases)
  func `a rule that is on rejects its violation for the reason that it names`(rule: Rule)
    async throws
  {
    expect(rule.rawValue.wholeMatch(of: #/[a-z]+(-[a-z]+)*/#) != nil)
    expect(!rule.stops.isEmpty && !rule.stops.hasSuffix("."))
    expect(!rule.reference.text.isEmpty)
    let violation = try await PracticeViolation.of(rule, at: PracticeRig.strict())
    expect(violation.answer.relaxed.isEmpty)
    if let field = Self.fieldRules[rule] {
      expect(violation.effect.field(field) != nil)
      return
    }
    let rejection = try #require(Self.rejections[rule])
    expect(violation.effect.status, is: rejection.status)
    expect(violation.effect.location, is: nil)
    expect(violation.effect.text.contains(rejection.words), "\(violation.effect.text)")
  }

  @Test func `a rule that was missed before the decision is named after it`() async throws {
    let rig = PracticeRig(off: [.noRepeatedParameters])
    let request = PracticeRig.authorizing(PracticeRig.request().adding("scope", "sleep"))
    let answer = await rig.server.respond(to: request, deciding: UserDecision.allow)
    expect(answer.status == 303 && answer.relaxed == [.noRepeatedParameters])
  }

  @Test func `without no-redirect-on-error the state comes back with the error`() async throws {
    let rig = PracticeRig(off: [.noRedirectOnError])
    let answer = await rig.authorize(PracticeRig.request().with("scope", "nonsense"))
    expect(answer.status, is: 302)
    expect(answer.redirectForm?.value(of: "error"), is: "invalid_scope")
    expect(answer.redirectForm?.value(of: "state"), is: Guide.state)
  }
}
