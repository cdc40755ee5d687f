// Step 5: read the tokens from the response, or the reason why the server issued none.

// snippet.read
import HTTPMessages
import Step5TokenResponse
import Vocabulary

/// Reads a response of the token endpoint, received at noon on 22 November 2026.
func read(status: Int, _ body: String) throws(StepFailure) -> Tokens {
  try TokenResponse(
    response: HTTPResponse(status: status, body: Array(body.utf8)),
    requestedScope: Scope("activity sleep"), receivedAt: 1_795_348_800, origin: .given
  ).output()
}
// snippet.end

// snippet.take
let tokens = try read(
  status: 200,
  #"""
  {"access_token":"opaque","token_type":"Bearer","expires_in":28800,
   "refresh_token":"once","scope":"sleep","user_id":"2ABCDE"}
  """#)
print(tokens.accessToken, "for", tokens.expiresIn ?? 0, "seconds")
// snippet.end

// snippet.scope
// The user granted fewer scopes than requested. The client continues with those.
print("not granted:", Scope("activity sleep").names(missingFrom: tokens.scope))
// snippet.end

// snippet.refused
// An error in Fitbit's format. Step 5 also reads the RFC's and Google's.
do {
  _ = try read(
    status: 400,
    #"{"errors":[{"errorType":"invalid_grant","message":"Authorization code invalid"}]}"#)
} catch {
  print(error.reason.rawValue, "-", error.received)
}
// snippet.end

// Prints "AccessToken(hidden) for 28800 seconds"
// Prints "not granted: ["activity"]"
// Prints "invalid_grant - status 400, invalid_grant: Authorization code invalid"
