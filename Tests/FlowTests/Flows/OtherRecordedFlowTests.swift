import Channels
import Flows
import HTTPMessages
import Recordings
import Step1CodeVerifier
import TestSupport
import Testing
import Vocabulary

/// Every recording of the flows without PKCE, walked.
struct OtherRecordedFlowTests {
  /// What each scenario is there to show; nothing for one that gives tokens.
  private static let reasons: [Flow: [String: StepFailure.Reason?]] = [
    .code: [
      "granted": nil, "denied": .accessDenied, "state-tampered": .stateMismatch,
      "code-expired": .invalidGrant, "code-reused": .invalidGrant,
      "wrong-secret": .invalidClient, "redirect-mismatch": .invalidGrant,
    ],
    .implicit: [
      "granted": nil, "partial-scopes": nil, "denied": .accessDenied,
      "state-tampered": .stateMismatch,
    ],
    .clientCredentials: [
      "granted": nil, "wrong-secret": .invalidClient, "not-authorized": .tokenRefused,
    ],
  ]

  private func flow(_ scenario: Scenario, _ type: ApplicationType) throws -> any GrantFlow {
    let client = try Guide.client(type)
    let (scope, state) = (Scope(Guide.scope), State(Guide.state))
    let value = scenario.mistake?.value ?? ""
    let mistake: DeliberateMistake? =
      switch scenario.mistake?.parameter {
      case "client_secret": .otherSecret(ClientSecret(value))
      case "redirect_uri": .otherRedirectURI(try RedirectURI(value))
      default: nil
      }
    return scenario.flow.grantFlow.init(
      Transaction(
        server: .fitbit, client: client, scope: scope, state: state, origin: .recorded),
      FlowChoices(
        verifierSource: .given(Guide.verifier), lifetime: .oneDay, mistake: mistake))
  }

  private func tokens(_ scenario: Scenario, _ type: ApplicationType) async throws -> Tokens {
    try await flow(scenario, type).tokens(
      front: scenario.frontChannel, back: scenario.backChannel, now: { Scenario.recordedAt })
  }

  @Test func `every scenario has an expected end here`() {
    for (flow, reasons) in Self.reasons {
      expect(Set(Scenario.of(flow).map(\.name)), is: Set(reasons.keys))
    }
  }

  @Test(arguments: [Flow.code, .implicit, .clientCredentials])
  func `every scenario ends as it is there to show`(flow: Flow) async throws {
    for scenario in Scenario.of(flow) {
      for type in flow.about.applicationTypes {
        var reason: StepFailure.Reason?
        do { _ = try await tokens(scenario, type) } catch let failure as StepFailure {
          reason = failure.reason
        }
        expect(reason == Self.reasons[flow]?[scenario.name] ?? nil, "\(scenario.name), \(type)")
      }
    }
  }

  @Test func `what is granted is what the recordings hold, and no two flows share a token`()
    async throws
  {
    let plain = try await tokens(
      #require(Scenario.named("granted", in: .code)), .server)
    expect(plain.accessToken.value, is: "fake-access-token.c9f0f895fb98ab9159f51fd0297e236d")
    expect(plain.refreshToken != nil && plain.scope.value == Guide.scope)
    let implicit = try await tokens(
      #require(Scenario.named("granted", in: .implicit)), .client)
    expect(implicit.accessToken.value, is: "fake-access-token.d3d9446802a44259755d38e6d163e820")
    expect(implicit.refreshToken == nil && implicit.expiresIn == 86400)
    expect(implicit.scope.value, is: Guide.scope)
    let own = try await tokens(
      #require(Scenario.named("granted", in: .clientCredentials)), .server)
    expect(own.accessToken.value, is: "fake-access-token.6512bd43d9caa6e02c990b0a82652dca")
    // RFC 6749 §4.4.3: no refresh token; and there is no user.
    expect(own.refreshToken == nil && own.userID == nil && own.scope.names.isEmpty)
    // Partial scopes give a token for what was granted.
    let partial = try await tokens(
      #require(Scenario.named("partial-scopes", in: .implicit)), .client)
    expect(partial.scope.names, is: ["activity", "sleep"])
    // No two flows share a code or a token.
    var values: [String] = []
    for flow in Flow.allCases where flow != .pkce {
      let scenario = try #require(Scenario.named("granted", in: flow))
      let type = flow.about.applicationTypes[0]
      values.append(try await tokens(scenario, type).accessToken.value)
    }
    expect(Set(values).count, is: 3)
  }

  @Test func `a channel that a flow does not use has no recording`() async throws {
    for scenario in Scenario.all {
      let (front, back) = (try scenario.frontChannel, try scenario.backChannel)
      expect(front.requests.isEmpty, is: (scenario.flow == .clientCredentials))
      expect((front.recording == nil), is: front.requests.isEmpty)
      expect(back.requests.isEmpty, is: (scenario.flow == .implicit))
      expect((back.recording == nil), is: back.requests.isEmpty)
      let request = HTTPRequest(method: "GET", url: "https://x/")
      if front.requests.isEmpty {
        await #expect(throws: NoRecording.self) { try await front.redirect(for: request) }
      }
      if back.requests.isEmpty {
        await #expect(throws: NoRecording.self) { try await back.response(to: request) }
      }
    }
  }
}
