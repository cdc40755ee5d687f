// Nine redirects, one of them valid: the verdict of step 3 on each.

// snippet.expect
import HTTPMessages
import Step3AuthorizationResponse
import Vocabulary

// The values of the client's request, and the issuer of its server.
let redirectURI = try RedirectURI("http://127.0.0.1:8089/callback")
let state = State("rY3dJ8wq")
let issuer = ExpectedIssuer.known("https://auth.example", isPromised: false)
// snippet.end

// snippet.verdict
/// Returns the code that step 3 reads from a redirect, or why it rejects the redirect.
func verdict(_ url: String) -> String {
  do throws(StepFailure) {
    let code = try AuthorizationResponse(
      redirect: Redirect(url: url), expectedRedirectURI: redirectURI,
      expectedState: state, expectedIssuer: issuer, origin: .given
    ).output()
    return "accepts the code \(code.value)"
  } catch {
    return error.reason.rawValue
  }
}
// snippet.end

// snippet.table
let uri = "http://127.0.0.1:8089/callback"
let redirects = [
  ("a valid redirect", uri + "?code=7b64&state=rY3dJ8wq"),
  ("another state", uri + "?code=7b64&state=planted"),
  ("two states", uri + "?code=7b64&state=planted&state=rY3dJ8wq"),
  ("no state", uri + "?code=7b64"),
  ("another path", uri + "/?code=7b64&state=rY3dJ8wq"),
  ("the user denied access", uri + "?error=access_denied&state=rY3dJ8wq"),
  ("two codes", uri + "?code=7b64&code=stolen&state=rY3dJ8wq"),
  ("another server", uri + "?code=7b64&state=rY3dJ8wq&iss=https://evil.example"),
  ("state in the fragment", uri + "?code=7b64#state=rY3dJ8wq"),
]
// snippet.end

// snippet.judge
// One of nine is accepted. For the others, the client sends no token request.
for (name, url) in redirects {
  print(name, "→", verdict(url))
}
// snippet.end

// Prints "a valid redirect → accepts the code 7b64"
// Prints "another state → state_mismatch"
// Prints "two states → parameter_repeated"
// Prints "no state → state_missing"
// Prints "another path → redirect_elsewhere"
// Prints "the user denied access → access_denied"
// Prints "two codes → parameter_repeated"
// Prints "another server → issuer_mismatch"
// Prints "state in the fragment → state_missing"
