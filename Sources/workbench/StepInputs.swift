import Transcript
import Flows
import HTTPMessages
import RecordedChannels
import Step1CodeVerifier
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
import Vocabulary

/// Sets a step up from the options and the session, or says which step makes what is missing.
struct StepInputs {
  let running: RunningCommand
  let session: Session

  private var settings: Settings { running.settings }

  func authorizationRequest() throws -> AuthorizationRequest {
    AuthorizationRequest(
      server: settings.server, client: settings.client, scope: settings.scope,
      state: settings.state, challenge: try challenge(), prompt: settings.prompt)
  }

  func authorizationResponse() async throws -> AuthorizationResponse {
    let given = running.invocation.value(.redirect)
    let state = try value("state", step: 2, in: 3)
    let redirect: Redirect
    if let given {
      redirect = Redirect(url: given)
    } else {
      let request = try authorizationRequest().output()
      redirect = try await settings.scenario.frontChannel.redirect(for: request)
    }
    return AuthorizationResponse(
      redirect: redirect, expectedRedirectURI: settings.client.redirectURI,
      expectedState: State(state), origin: given == nil ? .recorded : .given)
  }

  func tokenRequest() throws -> TokenRequest {
    let code = AuthorizationCode(try value("code", step: 3, in: 4))
    let verifier = try verifier()
    return TokenRequest(
      server: settings.server, client: settings.client,
      grant: .authorizationCode(
        code, verifier: verifier, redirectURI: settings.client.redirectURI)
    ).making(settings.mistake)
  }

  func tokenResponse() async throws -> TokenResponse {
    if let file = running.invocation.value(.response) {
      let response = try ResponseFile(path: file, console: running.surroundings.console).response()
      return TokenResponse(
        response: response, requestedScope: settings.scope,
        receivedAt: running.surroundings.now(), origin: .given)
    }
    let response = try await settings.scenario.backChannel.response(to: tokenRequest().output())
    return TokenResponse(
      response: response, requestedScope: settings.scope, receivedAt: Scenario.recordedAt,
      origin: .recorded)
  }

  private func challenge() throws -> CodeChallenge {
    CodeChallenge(try value("code_challenge", step: 1, in: 2), method: .s256)
  }

  private func verifier() throws -> CodeVerifier {
    try CodeVerifierStep(source: .given(value("code_verifier", step: 1, in: 4)))
      .output().verifier
  }

  /// A value of the session, or a complaint that names the step which makes it.
  private func value(
    _ name: String, step: Int, in needing: Int
  ) throws(Complaint) -> String {
    if let value = session.values[name]?.value { return value }
    throw Complaint(
      .stepFailed, "Step \(needing) needs \(name), which step \(step) makes.",
      next: Advice("Type", "step \(step)"))
  }
}
