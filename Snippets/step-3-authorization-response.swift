// Step 3: compare the state first. Only then read the code.

// snippet.expect
import HTTPMessages
import Step3AuthorizationResponse
import Vocabulary

let redirectURI = try RedirectURI("https://app.example.com/callback")
let state = State("rY3dJ8wq0Tz5mVb6Kc1uXg")

/// Returns the code of a redirect that the client received.
func read(_ url: String) throws(StepFailure) -> AuthorizationCode {
  try AuthorizationResponse(
    redirect: Redirect(url: url), expectedRedirectURI: redirectURI, expectedState: state,
    // This server publishes no issuer identifier: RFC 9207.
    expectedIssuer: .unknown, origin: .given
  ).output()
}
// snippet.end

// snippet.take
// The parameters can be in any order. The fragment is not part of the code.
let code = try read(
  "https://app.example.com/callback?state=rY3dJ8wq0Tz5mVb6Kc1uXg&code=7b64#_=_")
print("code:", code.value)
// snippet.end

// snippet.refuse
// A planted redirect also contains a code. Never use it.
do {
  _ = try read("https://app.example.com/callback?code=stolen&state=planted")
} catch {
  print(error.reason.rawValue, "expected", error.expected, "received", error.received)
}
// snippet.end

// snippet.denied
// The user can deny access. That is a valid response.
do {
  _ = try read(
    "https://app.example.com/callback?error=access_denied&state=rY3dJ8wq0Tz5mVb6Kc1uXg")
} catch {
  print(error.reason.rawValue, error.message)
}
// snippet.end

// Prints "code: 7b64"
// Prints "state_mismatch expected rY3dJ8wq0Tz5mVb6Kc1uXg received planted"
// Prints "access_denied The user denied access."
