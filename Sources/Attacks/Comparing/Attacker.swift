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

/// An attacker who has seen a value of a client's flow and tries to use it.
///
/// All requests go to a practice server in this process, and to no other server.
struct Attacker {
  /// The settings of the client whose values were seen.
  package let settings: Settings
  package let route: Route
  package let surroundings: Surroundings

  /// The description of the client's flow.
  package var about: FlowDescription { settings.flow.about }

  /// The client's transaction with the server.
  private var transaction: Transaction { settings.transaction(with: route) }

  /// The client as the attacker can impersonate it: by its public `client_id`, without a secret.
  private var impersonated: Client {
    Client(
      identifier: settings.client.identifier, applicationType: .client,
      redirectURI: settings.client.redirectURI, secret: nil)
  }

  /// Returns the same attacker, a number of seconds later.
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

  /// Creates a verifier other than the one of the stolen code.
  package func otherVerifier() throws -> CodeVerifier {
    try CodeVerifierStep(source: .randomOctets(surroundings.randomOctets(32))).output().verifier
  }

  /// Runs a new authorization by the user, and reads the code in transit through the browser.
  ///
  /// - Returns: The code, with the verifier that only the client has, or `nil` without PKCE.
  func stolenCode() async throws -> (code: AuthorizationCode, verifier: CodeVerifier?) {
    let proof =
      about.usesPKCE
      ? try CodeVerifierStep(source: .randomOctets(surroundings.randomOctets(32))).output() : nil
    let request = try transaction.authorizationRequest(.code(challenge: proof?.challenge)).output()
    let redirect = try await route.front.redirect(for: request)
    let code = try transaction.authorizationResponse(redirect).output()
    return (code, proof?.verifier)
  }

  /// Returns the redirect of a transaction with the attacker's own state and account.
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

  /// Checks a redirect as the client does in step 3.
  package func check(_ redirect: Redirect) throws(StepFailure) {
    if about.redirectCarries == .token {
      _ = try transaction.implicitResponse(redirect).output()
    } else {
      _ = try transaction.authorizationResponse(redirect).output()
    }
  }

  /// Sends a token request as the client, without its client secret.
  package func exchange(
    _ grant: Grant, _ secret: SecretValue?, _ action: String, kind: Attempt.Kind? = nil
  ) async throws -> Attempt {
    try await exchange(grant, as: impersonated, secret, action, kind: kind)
  }

  /// Sends a token request as the given client.
  package func exchange(
    _ grant: Grant, as client: Client, _ secret: SecretValue?, _ action: String,
    kind: Attempt.Kind? = nil
  ) async throws -> Attempt {
    let request = try TokenRequest(server: settings.server, client: client, grant: grant).output()
    return try await send(request, secret, action, kind)
  }

  /// Requests a token as the client without its secret, which step 4 would reject.
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
    _ request: HTTPRequest, _ secret: SecretValue?, _ action: String, _ kind: Attempt.Kind?
  ) async throws -> Attempt {
    let response = try await route.back.response(to: request)
    let step = TokenResponse(
      response: response, requestedScope: nil, receivedAt: route.now(), origin: route.origin)
    return attempt(secret, action, kind, response) { try step.output() }
  }

  /// Exchanges a code and returns the tokens, if any; without a client, impersonates the real one.
  func exchangeForTokens(
    _ code: AuthorizationCode, verifier: CodeVerifier?, as client: Client? = nil
  ) async throws -> (attempt: Attempt, tokens: Tokens?) {
    let request = try TokenRequest(
      server: settings.server, client: client ?? impersonated,
      grant: grant(code, verifier: verifier)
    ).output()
    let response = try await route.back.response(to: request)
    let step = transaction.tokenResponse(response, receivedAt: route.now())
    let attempt = attempt(.code, "exchanges it", nil, response) { try step.output() }
    return (attempt, try? step.output())
  }

  /// Returns the challenge of a verifier, which passes through the browser instead of it.
  package func challenge(of verifier: CodeVerifier) throws -> String {
    try CodeVerifierStep(source: .given(verifier.value)).output().challenge.value
  }

  /// Calls the API with an access token and nothing else of the client's.
  func readProfile(
    with token: AccessToken, _ action: String = "reads the user's profile",
    kind: Attempt.Kind? = nil
  ) async throws -> Attempt {
    let request = try ResourceRequest(server: settings.server, accessToken: token)
      .output()
    let response = try await route.back.response(to: request)
    let step = ResourceResponse(response: response, origin: route.origin)
    return attempt(.accessToken, action, kind, response) { try step.output() }
  }

  /// Returns the identifier and name of a token's account, or `nil` if it has none.
  func account(of token: AccessToken) async throws -> String? {
    let request = try ResourceRequest(server: settings.server, accessToken: token).output()
    let response = try await route.back.response(to: request)
    let user = (try? JSONValue(parsing: response.body))?.members?["user"]?.members
    guard let identifier = user?["encodedId"], let name = user?["displayName"] else { return nil }
    return "\(identifier.text), \(name.text)"
  }

  private func attempt<Output>(
    _ secret: SecretValue?, _ action: String, _ kind: Attempt.Kind?, _ response: HTTPResponse,
    _ read: () throws -> Output
  ) -> Attempt {
    do {
      _ = try read()
      return Attempt(
        secret, action, kind: kind, succeeded: true, result: String(response.status))
    } catch {
      let words = [String(response.status), ErrorResponse(of: response)?.kind].compactMap(\.self)
      return Attempt(
        secret, action, kind: kind, succeeded: false, result: words.joined(separator: " "))
    }
  }
}
