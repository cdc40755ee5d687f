// Step 3: read the redirect, and take the code only after the state was compared.

// snippet.expect
import HTTPMessages
import Step3AuthorizationResponse
import Vocabulary

let redirectURI = try RedirectURI("https://app.example.com/callback")
let state = State("rY3dJ8wq0Tz5mVb6Kc1uXg")

/// Reads a redirect as the app receives it.
func read(_ url: String) throws(StepFailure) -> AuthorizationCode {
  try AuthorizationResponse(
    redirect: Redirect(url: url), expectedRedirectURI: redirectURI, expectedState: state,
    // This server publishes no issuer identifier: RFC 9207.
    expectedIssuer: .unknown, origin: .given
  ).output()
}
// snippet.end

// snippet.take
// The parameters come in any order, and what follows the # is no part of the code.
let code = try read(
  "https://app.example.com/callback?state=rY3dJ8wq0Tz5mVb6Kc1uXg&code=7b64#_=_")
print("code:", code.value)
// snippet.end

// snippet.refuse
// A planted redirect carries a code, too. It is never taken.
do {
  _ = try read("https://app.example.com/callback?code=stolen&state=planted")
} catch {
  print(error.reason.rawValue, "expected", error.expected, "received", error.received)
}
// snippet.end

// snippet.denied
// The user may say no. That is an answer, not a fault.
do {
  _ = try read(
    "https://app.example.com/callback?error=access_denied&state=rY3dJ8wq0Tz5mVb6Kc1uXg")
} catch {
  print(error.reason.rawValue, error.message)
}
// snippet.end

// Prints "code: 7b64"
// Prints "state_mismatch expected rY3dJ8wq0Tz5mVb6Kc1uXg received planted"
// Prints "access_denied The user did not allow access."
