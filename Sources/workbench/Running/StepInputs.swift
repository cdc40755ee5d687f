import Channels
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
  /// The step that is to be done.
  let number: Int
  let session: Session
  let course: Course

  private var settings: Settings { running.settings }

  func authorizationRequest() throws -> AuthorizationRequest {
    AuthorizationRequest(
      server: settings.server, client: settings.client, scope: settings.scope,
      state: settings.state, challenge: try challenge(), prompt: settings.prompt)
  }

  func authorizationResponse() async throws -> AuthorizationResponse {
    let given = running.invocation.value(.redirect)
    let state = try value("state", step: 2)
    let redirect: Redirect
    if let given {
      redirect = Redirect(url: given)
    } else {
      let request = try authorizationRequest().output()
      redirect = try await course.front.redirect(for: request)
    }
    return AuthorizationResponse(
      redirect: redirect, expectedRedirectURI: settings.client.redirectURI,
      expectedState: State(state), origin: given == nil ? course.origin : .given)
  }

  func tokenRequest() throws -> TokenRequest {
    let code = AuthorizationCode(try value("code", step: 3))
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
    let response = try await course.back.response(to: tokenRequest().output())
    return TokenResponse(
      response: response, requestedScope: settings.scope, receivedAt: course.now(),
      origin: course.origin)
  }

  private func challenge() throws -> CodeChallenge {
    CodeChallenge(try value("code_challenge", step: 1), method: .s256)
  }

  private func verifier() throws(Complaint) -> CodeVerifier {
    let text = try value("code_verifier", step: 1)
    do {
      return try CodeVerifier(text)
    } catch {
      throw Complaint(
        .unreadableInput, "The code verifier of the session cannot be used: \(error).",
        next: Advice("Type", "step 1"))
    }
  }

  /// A value of the session, or a complaint that names the step which makes it.
  private func value(_ name: String, step: Int) throws(Complaint) -> String {
    if let value = session.values[name]?.value { return value }
    throw Complaint(
      .stepFailed, "Step \(number) needs \(name), which step \(step) makes.",
      next: Advice("Type", "step \(step)"))
  }
}
