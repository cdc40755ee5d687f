// A complete client. Start `swift run workbench practice` in another terminal first, or run it with
// `swift run workbench check -- .build/debug/complete-client`.

import Flows
import Foundation
import HTTPMessages
import LiveChannels
import TokenUse
import URLSessionChannel
import Vocabulary

// The registration: that of a check, or the one with the practice server. A program on the user's
// machine cannot keep a secret, so it has none.
let given = ProcessInfo.processInfo.environment
let checked = given["WORKBENCH_ISSUER"] == nil ? [:] : given
let base = checked["WORKBENCH_ISSUER"] ?? "http://127.0.0.1:8088"
let server = AuthorizationServer(
  name: "practice server", issuer: base, authorizationEndpoint: base + "/oauth2/authorize",
  tokenEndpoint: base + "/oauth2/token", profileEndpoint: base + "/1/user/-/profile.json")
let client = Client(
  identifier: checked["WORKBENCH_CLIENT_ID"] ?? "CLI001", applicationType: .client,
  redirectURI: try RedirectURI(
    checked["WORKBENCH_REDIRECT_URI"] ?? "http://127.0.0.1:8089/callback"), secret: nil)

// snippet.ask
/// Returns octets that cannot be guessed: the system's generator is secure.
func octets(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }

// State and verifier are for this transaction only. Request no more scopes than you need.
let transaction = Transaction(
  server: server, client: client, scope: Scope("activity profile"),
  state: State(randomOctets: octets(16)), origin: .live)
let flow = AuthorizationCodeWithPKCE(transaction, verifierSource: .randomOctets(octets(32)))
// snippet.end

func now() -> Int64 { Int64(Date().timeIntervalSince1970) }
func tell(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

// Listens at the redirect URI. A redirect with another state does not end the wait.
let browser = BrowserFrontChannel(
  redirectURI: client.redirectURI.value, statesMatch: { State($0).matches($1) },
  open: { tell("Open this URL: \($0)") })
// Sends over TLS or to this machine, follows no redirect, and limits every response.
let network = URLSessionBackChannel()

/// Greets the user by name, once escape sequences are removed from it.
func greet(_ tokens: Tokens) async throws {
  guard tokens.scope.names.contains("profile") else { return print("Hello.") }
  let step = ResourceRequest(server: server, accessToken: tokens.accessToken)
  let response = try await network.response(to: step.output())
  let members = try ResourceResponse(response: response, origin: .live).output()
  let name = members.first { $0.name == "user.displayName" }?.value ?? "user"
  print("Hello, \(Harmless.line(name)).")
}

/// Exchanges the refresh token for a new pair.
func refresh(_ token: RefreshToken, for granted: Scope) async throws -> Tokens {
  let step = RefreshRequest(server: server, client: client, refreshToken: token)
  return try RefreshResponse(
    response: try await network.response(to: step.output()), grantedScope: granted,
    receivedAt: now(), origin: .live
  ).output()
}

// snippet.run
do {
  var tokens = try await flow.tokens(front: browser, back: network, now: now)
  // The user can grant fewer scopes than requested: work with those.
  print("Not granted:", transaction.scope.names(missingFrom: tokens.scope))
  do { try await greet(tokens) } catch let failure as StepFailure {
    // A server can revoke a token before it expires: refresh once, and call again once.
    let isEnded = [.tokenExpired, .tokenInvalid].contains(failure.reason)
    guard isEnded, let old = tokens.refreshToken else { throw failure }
    // Stored before use. To survive a restart, write it to a private file first.
    tokens = tokens.refreshed(by: try await refresh(old, for: tokens.scope))
    try await greet(tokens)
  }
} catch {
  tell((error as? StepFailure)?.message ?? "\(error)")
  exit(1)
}
// snippet.end

// Prints "Not granted: []"
// Prints "Hello, Robin Practice."
