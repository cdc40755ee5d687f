// Nine redirects, one of them right: what step 3 says to each.

// snippet.expect
import HTTPMessages
import Step3AuthorizationResponse
import Vocabulary

// What the app remembers of its request, and what it knows of its server.
let redirectURI = try RedirectURI("http://127.0.0.1:8089/callback")
let state = State("rY3dJ8wq")
let issuer = ExpectedIssuer.known("https://auth.example", isPromised: false)
// snippet.end

// snippet.verdict
/// The code that step 3 takes from a redirect, or why it takes none.
func verdict(_ url: String) -> String {
  do throws(StepFailure) {
    let code = try AuthorizationResponse(
      redirect: Redirect(url: url), expectedRedirectURI: redirectURI,
      expectedState: state, expectedIssuer: issuer, origin: .given
    ).output()
    return "takes the code \(code.value)"
  } catch {
    return error.reason.rawValue
  }
}
// snippet.end

// snippet.table
let app = "http://127.0.0.1:8089/callback"
let redirects = [
  ("as it should be", app + "?code=7b64&state=rY3dJ8wq"),
  ("another state", app + "?code=7b64&state=planted"),
  ("two states", app + "?code=7b64&state=planted&state=rY3dJ8wq"),
  ("no state", app + "?code=7b64"),
  ("another path", app + "/?code=7b64&state=rY3dJ8wq"),
  ("the user said no", app + "?error=access_denied&state=rY3dJ8wq"),
  ("two codes", app + "?code=7b64&code=stolen&state=rY3dJ8wq"),
  ("another server", app + "?code=7b64&state=rY3dJ8wq&iss=https://evil.example"),
  ("state behind the #", app + "?code=7b64#state=rY3dJ8wq"),
]
// snippet.end

// snippet.judge
// One of nine gets through. For the others no token request is ever made.
for (name, url) in redirects {
  print(name, "→", verdict(url))
}
// snippet.end

// Prints "as it should be → takes the code 7b64"
// Prints "another state → state_mismatch"
// Prints "two states → parameter_repeated"
// Prints "no state → state_missing"
// Prints "another path → redirect_elsewhere"
// Prints "the user said no → access_denied"
// Prints "two codes → parameter_repeated"
// Prints "another server → issuer_mismatch"
// Prints "state behind the # → state_missing"
