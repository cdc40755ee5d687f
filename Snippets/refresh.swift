// Tokens in use: presented, refreshed, replayed by an attacker, and revoked.

// snippet.server
import Flows
import PracticeServer
import TokenUse
import Vocabulary

let noon: Int64 = 1_795_348_800
func octets(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
let practice = PracticeServer(
  configuration: .init(baseURL: "http://127.0.0.1:8088"), now: { noon }, randomOctets: octets)
let back = PracticeBackChannel(server: practice)
// snippet.end

// snippet.authorize
let server = AuthorizationServer.practice(at: "http://127.0.0.1:8088")
let client = Client(
  identifier: "CLI001", applicationType: .client,
  redirectURI: try RedirectURI("http://127.0.0.1:8089/callback"), secret: nil)
let transaction = Transaction(
  server: server, client: client, scope: Scope("profile"), state: State(randomOctets: octets(16)),
  origin: .practice)
let flow = AuthorizationCodeWithPKCE(transaction, verifierSource: .randomOctets(octets(32)))
var tokens = try await flow.tokens(
  front: PracticeFrontChannel(server: practice) { .allow($0) }, back: back, now: { noon })
// snippet.end

// snippet.use
func profileStatus(_ tokens: Tokens) async throws -> Int {
  let step = ResourceRequest(server: server, accessToken: tokens.accessToken)
  return try await back.response(to: step.output()).status
}
print("used:", try await profileStatus(tokens))
// snippet.end

// snippet.exchange
func refresh(_ token: RefreshToken, for granted: Scope) async throws -> Tokens {
  let step = RefreshRequest(server: server, client: client, refreshToken: token)
  return try RefreshResponse(
    response: try await back.response(to: step.output()), grantedScope: granted,
    receivedAt: noon, origin: .practice
  ).output()
}
// snippet.end

// snippet.keep
// Store it before you use it: the old refresh token is now invalid if a new one was issued.
let old = tokens.refreshToken ?? RefreshToken("none was issued")
tokens = tokens.refreshed(by: try await refresh(old, for: tokens.scope))
print("refreshed:", try await profileStatus(tokens))
// snippet.end

// snippet.replay
// An attacker sends the old one. The server revokes the active one too (RFC 9700 §4.14.2).
do {
  _ = try await refresh(old, for: tokens.scope)
} catch let failure as StepFailure {
  print("replayed:", failure.message)
}
print("used:", try await profileStatus(tokens))
// snippet.end

// snippet.revoke
// When the user leaves, revoke the tokens. An invalid token also gets 200 (RFC 7009 §2.2).
let end = RevocationRequest(server: server, client: client, token: .access(tokens.accessToken))
print("revoked:", try await back.response(to: end.output()).status)
// snippet.end
// Prints "used: 200"
// Prints "refreshed: 200"
// Prints "replayed: The server rejected the refresh token."
// Prints "used: 401"
// Prints "revoked: 200"
