// The whole flow: five pure steps, with two channels between them.

// snippet.client
import Channels
import Flows
import Recordings
import Vocabulary

let client = Client(
  identifier: "ABC123", applicationType: .server,
  redirectURI: try RedirectURI("https://app.example.com/callback"),
  secret: ClientSecret("DEF456"))
// snippet.end

// snippet.flow
let transaction = Transaction(
  server: .fitbit, client: client,
  scope: Scope(
    "activity heartrate nutrition oxygen_saturation respiratory_rate settings sleep "
      + "temperature weight"),
  state: State("rY3dJ8wq0Tz5mVb6Kc1uXg"), origin: .recorded)
let flow = AuthorizationCodeWithPKCE(
  transaction,
  verifierSource: .given("01234567890123456789012345678901234567890123456789"))
// snippet.end

// snippet.run
// Only the channels send anything. These two are recordings. A real pair uses the browser
// and TLS, and the flow stays the same.
for scenario in Scenario.all.prefix(4) {
  do {
    let tokens = try await flow.tokens(
      front: scenario.frontChannel, back: scenario.backChannel,
      now: { Scenario.recordedAt })
    let user = tokens.userID ?? "no user"
    print(scenario.name, "→", tokens.scope.names.count, "scopes for", user)
  } catch let failure as StepFailure {
    print(scenario.name, "→", failure.message)
  }
}
// snippet.end

// Prints "granted → 9 scopes for 2ABCDE"
// Prints "partial-scopes → 2 scopes for 2ABCDE"
// Prints "denied → The user denied access."
// Prints "state-tampered → The state in the redirect is not the one that was sent."
