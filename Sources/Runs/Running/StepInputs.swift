package import Channels
import Diagnosis
import Flows
import HTTPMessages
import Recordings
import Step1CodeVerifier
package import Step2AuthorizationRequest
package import Step3AuthorizationResponse
package import Step4TokenRequest
package import Step5TokenResponse
import Terminal
import Transcript
package import Vocabulary

/// The inputs of a step, from the options and the session.
package struct StepInputs {
  package let running: Run
  /// The step to do.
  package let number: StepNumber
  package let session: Session
  package let route: Route
  /// The back channel of the route, which may save each request before sending it.
  package let back: any BackChannel

  /// Creates the inputs of a step.
  package init(
    running: Run, number: StepNumber, session: Session, route: Route, back: any BackChannel
  ) {
    self.running = running
    self.number = number
    self.session = session
    self.route = route
    self.back = back
  }

  private var settings: Settings { running.settings }

  package func authorizationRequest() throws -> AuthorizationRequest {
    settings.transaction(with: route).authorizationRequest(try responseType())
  }

  private func responseType() throws -> ResponseType {
    guard settings.flow.about.redirectCarries == .code else { return .token(settings.lifetime) }
    return .code(challenge: settings.flow.about.usesPKCE ? try challenge() : nil)
  }

  package func authorizationResponse() async throws -> AuthorizationResponse {
    let (redirect, origin) = try await redirect()
    return try transaction(origin).authorizationResponse(redirect)
  }

  package func implicitResponse() async throws -> ImplicitResponse {
    let (redirect, origin) = try await redirect()
    return try transaction(origin).implicitResponse(redirect)
  }

  /// Returns the transaction that step 2 started.
  private func transaction(_ origin: Origin) throws(CommandError) -> Transaction {
    let state = State(try value("state", step: .authorizationRequest))
    return settings.transaction(with: route, state: state, origin: origin)
  }

  /// Returns the redirect that the user pasted, or the one from the front channel.
  private func redirect() async throws -> (Redirect, Origin) {
    if let given = running.choices.value(.redirect) {
      return (Redirect(url: PastedRedirect.address(in: given)), .given)
    }
    _ = try value("state", step: .authorizationRequest)
    let request = try authorizationRequest().output()
    return (try await route.front.redirect(for: request), route.origin)
  }

  package func tokenRequest() throws -> TokenRequest {
    TokenRequest(
      server: route.server, client: settings.client, grant: try grant(), scope: settings.ownScope
    )
    .making(settings.mistake)
  }

  private func grant() throws -> Grant {
    guard settings.flow.about.hasUser else { return .clientCredentials }
    return .authorizationCode(
      AuthorizationCode(try value("code", step: .authorizationResponse)),
      verifier: settings.flow.about.usesPKCE ? try verifier() : nil,
      redirectURI: settings.client.redirectURI)
  }

  /// The scope that the user was asked for, or `nil` in a flow without a user.
  private var requestedScope: Scope? {
    settings.flow.about.hasUser ? settings.scope : nil
  }

  package func tokenResponse() async throws -> TokenResponse {
    if let file = running.choices.value(.response) {
      let response = try ResponseFile(path: file, console: running.surroundings.console).response()
      let step = TokenResponse(
        response: response, requestedScope: requestedScope,
        receivedAt: running.surroundings.now(), origin: .given)
      // The session may lack values of the request that this response belongs to.
      return Self.step(step, expecting: try? tokenRequest().output())
    }
    let request = try tokenRequest().output()
    let response = try await back.response(to: request)
    return Self.step(
      TokenResponse(
        response: response, requestedScope: requestedScope, receivedAt: route.now(),
        origin: route.origin), expecting: request)
  }

  private static func step(_ step: TokenResponse, expecting request: HTTPRequest?) -> TokenResponse
  {
    request?.authenticationScheme.map(step.expecting) ?? step
  }

  private func challenge() throws -> CodeChallenge {
    CodeChallenge(try value("code_challenge", step: .codeVerifier), method: .s256)
  }

  private func verifier() throws(CommandError) -> CodeVerifier {
    let text = try value("code_verifier", step: .codeVerifier)
    do {
      return try CodeVerifier(text)
    } catch {
      throw CommandError(
        .unreadableInput, "The code verifier in the session cannot be used: \(error).",
        next: Suggestion("Start again", .start).advice(in: running.place))
    }
  }

  /// Returns the command for the first step that still has to be done before a step.
  private func missing(_ step: StepNumber) -> Suggestion {
    let done = Set(session.values.values.map(\.step))
    let steps = settings.flow.about.steps
    // Step 4 saves nothing in the session.
    let next = steps.first { $0 <= step && $0 != .tokenRequest && !done.contains($0) } ?? step
    return next == steps.first
      ? Suggestion("Start with the first step", .start) : Suggestion("Run this first", .step(next))
  }

  /// Returns a value of the session.
  ///
  /// - Throws: `CommandError` that names the step which produces the value, if it is missing.
  private func value(_ name: String, step: StepNumber) throws(CommandError) -> String {
    if let value = session.values[name]?.value { return value }
    throw CommandError(
      .stepFailed, "Step \(number) needs the \(name) from step \(step).",
      next: missing(step).advice(in: running.place))
  }
}
