// Tokens in use: called with, refreshed, replayed by a thief, and revoked.

// snippet.server
import Flows
import PracticeServer
import TokenUse
import Vocabulary

func octets(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }

// The practice server, in this process. Its clock stands still at noon.
let noon: Int64 = 1_795_348_800
let practice = PracticeServer(
  configuration: PracticeConfiguration(baseURL: "http://127.0.0.1:8088"),
  now: { noon }, randomOctets: octets)
let back = PracticeBackChannel(server: practice)
// snippet.end

// snippet.sign-in
let server = AuthorizationServer.practice(at: "http://127.0.0.1:8088")
let client = Client(
  identifier: "CLI001", applicationType: .client,
  redirectURI: try RedirectURI("http://127.0.0.1:8089/callback"), secret: nil)

/// The five steps, with a user who allows everything.
func signIn() async throws -> Tokens {
  try await AuthorizationCodeWithPKCE(
    server: server, client: client, scope: Scope("activity profile"),
    state: State(randomOctets: octets(16)),
    verifierSource: .randomOctets(octets(32)), origin: .practice
  ).tokens(
    front: PracticeFrontChannel(server: practice) { .allow($0) }, back: back,
    now: { noon })
}
// snippet.end

// snippet.use
/// Calls the profile API: 200 if the token opens it.
func profile(_ tokens: Tokens) async throws -> Int {
  let step = ResourceRequest(server: server, accessToken: tokens.accessToken)
  return try await back.response(to: step.output()).status
}
var tokens = try await signIn()
print("signed in:", try await profile(tokens))
// snippet.end

// snippet.refresh
/// Exchanges a refresh token for a new pair.
func refresh(_ token: RefreshToken, for granted: Scope) async throws -> Tokens {
  let step = RefreshRequest(server: server, client: client, refreshToken: token)
  return try RefreshResponse(
    response: try await back.response(to: step.output()), grantedScope: granted,
    receivedAt: noon, origin: .practice
  ).output()
}
// snippet.end

// snippet.keep
// The new pair is kept before it is used, because the old refresh token is dead now.
guard let old = tokens.refreshToken else { throw CancellationError() }
tokens = try await refresh(old, for: tokens.scope)
print("refreshed:", try await profile(tokens))
// snippet.end

// snippet.replay
// A thief sends the old one. Who is who cannot be told: all tokens end, RFC 9700 §4.14.2.
do {
  _ = try await refresh(old, for: tokens.scope)
} catch let failure as StepFailure {
  print("replayed:", failure.received.replacing(old.value, with: "…"))
}
print("afterwards:", try await profile(tokens))
// snippet.end

// snippet.revoke
// The user signs in again. At the end the app revokes its tokens: forgotten ones live on.
tokens = try await signIn()
let end = RevocationRequest(
  server: server, client: client, token: tokens.accessToken.value)
_ = try await back.response(to: end.output())
print("signed out:", try await profile(tokens))
// snippet.end

// Prints "signed in: 200"
// Prints "refreshed: 200"
// Prints "replayed: status 400, invalid_grant: Refresh token invalid: …. Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API authorization process."
// Prints "afterwards: 401"
// Prints "signed out: 401"
