// Five errors: step 5 reads each of them and keeps the server's own words.

// snippet.shapes
import HTTPMessages
import Step5TokenResponse
import Vocabulary

let responses = [
  // Fitbit.
  (400, #"{"errors":[{"errorType":"invalid_grant","message":"Used."}],"success":false}"#),
  // RFC 6749 §5.2, and most servers.
  (400, #"{"error":"invalid_grant","error_description":"Used."}"#),
  // Google's APIs, and sometimes Fitbit's in its last year.
  (403, #"{"error":{"code":403,"message":"No.","status":"PERMISSION_DENIED"}}"#),
  // A proxy in front of the server.
  (502, "<html><body>Bad gateway</body></html>"),
  // Status 200 does not guarantee a token.
  (200, #"{"token_type":"Bearer"}"#),
]
// snippet.end

// snippet.read
for (status, body) in responses {
  let response = HTTPResponse(status: status, body: Array(body.utf8))
  do {
    _ = try TokenResponse(
      response: response, requestedScope: Scope("sleep"), receivedAt: 1_795_348_800,
      origin: .given
    ).output()
  } catch {
    print(error.reason.rawValue, "-", error.received)
  }
}
// snippet.end

// Prints "invalid_grant - status 400, invalid_grant: Used."
// Prints "invalid_grant - status 400, invalid_grant: Used."
// Prints "not_token_endpoint - status 403, PERMISSION_DENIED: No."
// Prints "server_error - status 502"
// Prints "token_missing - token_type"
