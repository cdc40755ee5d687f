import Flows
import Recordings
import Step1CodeVerifier
import TestSupport
import Testing
import Vocabulary

struct RecordedFlowTests {
  private func flow(
    _ scenario: Scenario, _ type: ApplicationType
  ) throws -> AuthorizationCodeWithPKCE {
    let mistake: DeliberateMistake? =
      switch scenario.mistake?.parameter {
      case "code_verifier": .otherVerifier(try CodeVerifier(scenario.mistake?.value ?? ""))
      case "client_secret": .otherSecret(ClientSecret(scenario.mistake?.value ?? ""))
      case "redirect_uri": .otherRedirectURI(try RedirectURI(scenario.mistake?.value ?? ""))
      default: nil
      }
    return AuthorizationCodeWithPKCE(
      Transaction(
        server: .fitbit, client: try Guide.client(type), scope: Scope(Guide.scope),
        state: State(Guide.state), origin: .recorded),
      verifierSource: .given(Guide.verifier), mistake: mistake)
  }

  @Test(arguments: ApplicationType.allCases)
  func `granted gives the tokens of the recording`(type: ApplicationType) async throws {
    let scenario = try #require(Scenario.named("granted", in: .pkce))
    let tokens = try await flow(scenario, type).tokens(
      front: scenario.frontChannel, back: scenario.backChannel, now: { Scenario.recordedAt })
    expect(tokens.accessToken.value, is: "fake-access-token.8f14e45fceea167a5a36dedd4bea2543")
    expect(tokens.expiresIn, is: 28800)
    expect(tokens.scope.value, is: Guide.scope)
    expect(tokens.tokenType, is: "Bearer")
  }

  @Test func `partial scopes give tokens for what was granted`() async throws {
    let scenario = try #require(Scenario.named("partial-scopes", in: .pkce))
    let tokens = try await flow(scenario, .server).tokens(
      front: scenario.frontChannel, back: scenario.backChannel, now: { Scenario.recordedAt })
    expect(tokens.scope.names, is: ["activity", "sleep"])
  }

  static let reasons: [String: StepFailure.Reason] = [
    "denied": .accessDenied, "state-tampered": .stateMismatch, "code-expired": .invalidGrant,
    "code-reused": .invalidGrant, "wrong-verifier": .invalidGrant, "wrong-secret": .invalidClient,
    "redirect-mismatch": .invalidGrant, "rate-limited": .rateLimited, "gone": .gone,
    "not-json": .notJSON,
  ]

  @Test func `every other scenario stops for the reason that it is there to show`() async throws {
    expect(
      Set(Scenario.of(.pkce).map(\.name)),
      is: Set(Self.reasons.keys).union(["granted", "partial-scopes"]))
    for scenario in Scenario.of(.pkce) {
      guard let reason = Self.reasons[scenario.name] else { continue }
      for type in ApplicationType.allCases {
        // Only a server application has a secret to get wrong.
        if scenario.name == "wrong-secret", type != .server { continue }
        let failure = try await #require(throws: StepFailure.self) {
          _ = try await flow(scenario, type).tokens(
            front: scenario.frontChannel, back: scenario.backChannel,
            now: { Scenario.recordedAt })
        }
        expect(failure.reason, is: reason, "\(scenario.name), \(type)")
      }
    }
  }
}
