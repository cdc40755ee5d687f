// The implicit flow: recognize it and replace it. The token is in a URL in the browser.

// snippet.flow
import Flows
import HTTPMessages
import Recordings
import Step2AuthorizationRequest
import Vocabulary

// A client application: it has no secret, and this flow does not need one.
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
// One request, one redirect. The browser sends the fragment to no server, but it shows
// and stores it, and every script on the page can read it.
let request = try transaction.authorizationRequest(.token(flow.lifetime)).output()
let scenario = Scenario.of(.implicit)[0]
let redirect = try await scenario.frontChannel.redirect(for: request)
let fragment = try Form(decoding: redirect.parts.fragment ?? "")
print("requested:", request.query?.value(of: "response_type") ?? "nothing")
print("in the query:", redirect.parts.query ?? "nothing")
print("in the fragment:", fragment.value(of: "access_token") ?? "no token")
// snippet.end

// snippet.run
// There is no step 4: anyone who reads that URL has the token until it expires.
let tokens = try await flow.tokens(
  front: scenario.frontChannel, back: scenario.backChannel, now: { Scenario.recordedAt })
print("it works for", (tokens.expiresIn ?? 0) / 3600, "hours")
print("then:", tokens.refreshToken == nil ? "the user authorizes again" : "refresh it")
// snippet.end

// Prints "requested: token"
// Prints "in the query: nothing"
// Prints "in the fragment: fake-access-token.d3d9446802a44259755d38e6d163e820"
// Prints "it works for 24 hours"
// Prints "then: the user authorizes again"
