import Channels
import Flows
import HTTPMessages
import PracticeServer
import Runs
import Step1CodeVerifier
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
import TokenUse
import Transcript
import Vocabulary

/// Somebody who has seen a value of an app's flow, and tries what can be done with it.
///
/// Everything happens at a practice server in this process: nobody else is ever asked.
struct Attacker {
  /// The app whose values were seen.
  package let settings: Settings
  package let route: Route
  package let surroundings: Surroundings

  /// What is said of the app's flow.
  package var about: FlowDescription { settings.flow.about }

  /// The app's transaction with the server.
  private var transaction: Transaction { settings.transaction(with: route) }

  /// The app's public name is no secret: the attacker uses it, without the client secret.
  private var impersonated: Client {
    Client(
      identifier: settings.client.identifier, applicationType: .client,
      redirectURI: settings.client.redirectURI, secret: nil)
  }

  /// The same attacker, a number of seconds later.
  func later(by seconds: Int) async -> Attacker {
    guard let server = route.practiceServer else { return self }
    let clock = surroundings.now
    let now: @Sendable () -> Int64 = { clock() + Int64(seconds) }
    let laterServer = PracticeServer(
      configuration: await server.configuration, ledger: await server.ledger, now: now,
      randomOctets: surroundings.randomOctets)
    return Attacker(
      settings: settings,
      route: .practiced(laterServer, decision: { .allow($0) }, now: now),
      surroundings: surroundings)
  }

  /// A verifier that is not the one of the stolen authorization.
  package func otherVerifier() throws -> CodeVerifier {
    try CodeVerifierStep(source: .randomOctets(surroundings.randomOctets(32))).output().verifier
  }

  /// The user authorizes the app anew, and the attacker reads the code on its way through the browser.
  ///
  /// - Returns: The code, with the code verifier that only the app has; no verifier without PKCE.
  func stolenCode() async throws -> (code: AuthorizationCode, verifier: CodeVerifier?) {
    let proof =
      about.usesPKCE
      ? try CodeVerifierStep(source: .randomOctets(surroundings.randomOctets(32))).output() : nil
    let request = try transaction.authorizationRequest(.code(challenge: proof?.challenge)).output()
    let redirect = try await route.front.redirect(for: request)
    let code = try transaction.authorizationResponse(redirect).output()
    return (code, proof?.verifier)
  }

  /// The redirect of an authorization that the attacker began, with a state and an account of their own.
  func foreignRedirect() async throws -> Redirect {
    let proof = try CodeVerifierStep(source: .randomOctets(surroundings.randomOctets(32))).output()
    let responseType: ResponseType =
      about.redirectCarries == .token
      ? .token(nil) : .code(challenge: about.usesPKCE ? proof.challenge : nil)
    let own = settings.transaction(
      with: route, state: State(randomOctets: surroundings.randomOctets(16)))
    let browser: any FrontChannel =
      route.practiceServer.map { PracticeFrontChannel(server: $0, as: .second) { .allow($0) } }
      ?? route.front
    return try await browser.redirect(for: own.authorizationRequest(responseType).output())
  }

  /// What step 3 of the app makes of a redirect.
  package func check(_ redirect: Redirect) throws(StepFailure) {
    if about.redirectCarries == .token {
      _ = try transaction.implicitResponse(redirect).output()
    } else {
      _ = try transaction.authorizationResponse(redirect).output()
    }
  }

  /// Asks the token endpoint as the app, without its client secret.
  package func exchange(
    _ grant: Grant, _ secret: SecretValue?, _ deed: String, kind: Attempt.Kind? = nil
  ) async throws -> Attempt {
    try await exchange(grant, as: impersonated, secret, deed, kind: kind)
  }

  /// Asks the token endpoint.
  package func exchange(
    _ grant: Grant, as client: Client, _ secret: SecretValue?, _ deed: String,
    kind: Attempt.Kind? = nil
  ) async throws -> Attempt {
    let request = try TokenRequest(server: settings.server, client: client, grant: grant).output()
    return try await send(request, secret, deed, kind)
  }

  /// Asks for a token in the client's name without its secret, which no step 4 would do.
  func requestWithoutSecret() async throws -> Attempt {
    let form = Form([
      Form.Pair("grant_type", "client_credentials"),
      Form.Pair("client_id", settings.client.identifier),
    ])
    let request = HTTPRequest(
      method: "POST", url: settings.server.tokenEndpoint,
      fields: [HTTPField("Content-Type", Form.mediaType)], body: Array(form.encoded.utf8))
    return try await send(request, .clientSecret, "requests a token without it", .missingSecret)
  }

  private func send(
    _ request: HTTPRequest, _ secret: SecretValue?, _ deed: String, _ kind: Attempt.Kind?
  ) async throws -> Attempt {
    let response = try await route.back.response(to: request)
    let answer = TokenResponse(
      response: response, requestedScope: nil, receivedAt: route.now(), origin: route.origin)
    return attempt(secret, deed, kind, response) { try answer.output() }
  }

  /// Exchanges a code, and keeps the tokens if there are any; without a client, in the app's name.
  func exchangeForTokens(
    _ code: AuthorizationCode, verifier: CodeVerifier?, as client: Client? = nil
  ) async throws -> (attempt: Attempt, tokens: Tokens?) {
    let request = try TokenRequest(
      server: settings.server, client: client ?? impersonated,
      grant: grant(code, verifier: verifier)
    ).output()
    let response = try await route.back.response(to: request)
    let answer = transaction.tokenResponse(response, receivedAt: route.now())
    let attempt = attempt(.code, "exchanges it", nil, response) { try answer.output() }
    return (attempt, try? answer.output())
  }

  /// What goes through the browser in the place of a verifier.
  package func challenge(of verifier: CodeVerifier) throws -> String {
    try CodeVerifierStep(source: .given(verifier.value)).output().challenge.value
  }

  /// Calls the API with an access token, and with nothing else of the client's.
  func readProfile(
    with token: AccessToken, _ deed: String = "reads the user's profile", kind: Attempt.Kind? = nil
  ) async throws -> Attempt {
    let request = try ResourceRequest(server: settings.server, accessToken: token)
      .output()
    let response = try await route.back.response(to: request)
    let answer = ResourceResponse(response: response, origin: route.origin)
    return attempt(.accessToken, deed, kind, response) { try answer.output() }
  }

  /// The account whose data an access token opens: its identifier and its name; `nil` if it opens none.
  func account(of token: AccessToken) async throws -> String? {
    let request = try ResourceRequest(server: settings.server, accessToken: token).output()
    let response = try await route.back.response(to: request)
    let user = (try? JSONValue(parsing: response.body))?.members?["user"]?.members
    guard let identifier = user?["encodedId"], let name = user?["displayName"] else { return nil }
    return "\(identifier.text), \(name.text)"
  }

  private func attempt<Output>(
    _ secret: SecretValue?, _ deed: String, _ kind: Attempt.Kind?, _ response: HTTPResponse,
    _ read: () throws -> Output
  ) -> Attempt {
    do {
      _ = try read()
      return Attempt(
        secret, deed, kind: kind, succeeded: true, answer: String(response.status))
    } catch {
      let answer = [String(response.status), ErrorResponse(of: response)?.kind].compactMap(\.self)
        .joined(
          separator: " ")
      return Attempt(secret, deed, kind: kind, succeeded: false, answer: answer)
    }
  }
}
