// The implicit flow, to be recognised and replaced: the token is in a URL of the browser.

// snippet.flow
import Flows
import HTTPMessages
import Recordings
import Step2AuthorizationRequest
import Vocabulary

// A client application: it has no secret, and here it does not even need one.
let client = Client(
  identifier: "ABC123", applicationType: .client,
  redirectURI: try RedirectURI("https://app.example.com/callback"), secret: nil)
let transaction = Transaction(
  server: .fitbit, client: client,
  scope: Scope(
    "activity heartrate nutrition oxygen_saturation respiratory_rate settings sleep "
      + "temperature weight"),
  state: State("rY3dJ8wq0Tz5mVb6Kc1uXg"), origin: .recorded)
let flow = ImplicitGrant(transaction, lifetime: .oneDay)
// snippet.end

// snippet.browser
// One request, one redirect. What is behind the # goes to no server, but the browser
// shows and keeps it, and every script on the page can read it.
let request = try transaction.authorizationRequest(.token(flow.lifetime)).output()
let scenario = Scenario.of(.implicit)[0]
let redirect = try await scenario.frontChannel.redirect(for: request)
let fragment = try Form(decoding: redirect.parts.fragment ?? "")
print("asked for:", request.query?.value(of: "response_type") ?? "nothing")
print("in the query:", redirect.parts.query ?? "nothing")
print("behind the #:", fragment.value(of: "access_token") ?? "no token")
// snippet.end

// snippet.run
// There is no step 4: whoever reads that address holds the token, until it ends.
let tokens = try await flow.tokens(
  front: scenario.frontChannel, back: scenario.backChannel, now: { Scenario.recordedAt })
print("it works for", (tokens.expiresIn ?? 0) / 3600, "hours")
print("then:", tokens.refreshToken == nil ? "ask the user again" : "refresh it")
// snippet.end

// Prints "asked for: token"
// Prints "in the query: nothing"
// Prints "behind the #: fake-access-token.d3d9446802a44259755d38e6d163e820"
// Prints "it works for 24 hours"
// Prints "then: ask the user again"
