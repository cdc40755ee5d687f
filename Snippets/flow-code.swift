// The flow without PKCE: what its two requests lack, and that it works anyway.

// snippet.client
import Flows
import HTTPMessages
import Recordings
import Step1CodeVerifier
import Step2AuthorizationRequest
import Step4TokenRequest
import Vocabulary

// Without PKCE, only the client secret protects the exchange: use a server application.
let client = Client(
  identifier: "ABC123", applicationType: .server,
  redirectURI: try RedirectURI("https://app.example.com/callback"),
  secret: ClientSecret("DEF456"))
let scope = Scope(
  "activity heartrate nutrition oxygen_saturation respiratory_rate settings sleep "
    + "temperature weight")
let state = State("rY3dJ8wq0Tz5mVb6Kc1uXg")
// snippet.end

// snippet.requests
/// The names of the parameters in both requests, with PKCE or without.
func names(_ proof: CodeVerifierStep.Proof?) throws -> [String] {
  let first = try AuthorizationRequest(
    server: .fitbit, client: client, scope: scope, state: state,
    responseType: .code(challenge: proof?.challenge)
  ).output()
  let second = try TokenRequest(
    server: .fitbit, client: client,
    grant: .authorizationCode(
      AuthorizationCode("7b"), verifier: proof?.verifier, redirectURI: client.redirectURI)
  ).output()
  return ((first.query?.pairs ?? []) + (second.form?.pairs ?? [])).map(\.name)
}
// snippet.end

// snippet.lacking
// The secret proves which client exchanges the code, not that this client requested it.
let proof = try CodeVerifierStep(source: .randomOctets(Array(0..<32))).output()
let sent = try names(nil)
print("lacks", try names(proof).filter { !sent.contains($0) }.joined(separator: ", "))
print("has", try client.authentication(.header).field?.value ?? "no secret")
// snippet.end

// snippet.run
let flow = AuthorizationCodeWithoutPKCE(
  Transaction(server: .fitbit, client: client, scope: scope, state: state, origin: .recorded))
for scenario in Scenario.of(.code).prefix(5) {
  do {
    let tokens = try await flow.tokens(
      front: scenario.frontChannel, back: scenario.backChannel, now: { Scenario.recordedAt })
    print(scenario.name, "→ tokens for", tokens.userID ?? "no user")
  } catch let failure as StepFailure {
    print(scenario.name, "→", failure.message)
  }
}
// snippet.end

// Prints "lacks code_challenge, code_challenge_method, code_verifier"
// Prints "has Basic QUJDMTIzOkRFRjQ1Ng=="
// Prints "granted → tokens for 2ABCDE"
// Prints "denied → The user denied access."
// Prints "state-tampered → The state in the redirect is not the one that was sent."
// Prints "code-expired → The server rejected the authorization code (invalid_grant)."
// Prints "code-reused → The server rejected the authorization code (invalid_grant)."
