// Discovery: the issuer is enough, if the metadata contains exactly that issuer.

// snippet.read
import Discovery
import HTTPMessages
import Vocabulary

let issuer = try IssuerIdentifier("https://auth.example.com")
print(try MetadataRequest(issuer: issuer, url: issuer.metadataURLs[0]).output().url)

/// Returns the server that the metadata from this URL describes.
func server(from json: String) throws(StepFailure) -> AuthorizationServer {
  let response = HTTPResponse(status: 200, body: Array(json.utf8))
  return try MetadataResponse(response: response, issuer: issuer, origin: .given).output()
}

let found = try server(
  from: #"""
    {"issuer":"https://auth.example.com",
     "authorization_endpoint":"https://auth.example.com/authorize",
     "token_endpoint":"https://auth.example.com/token"}
    """#)
print(found.tokenEndpoint)
// snippet.end

// snippet.refuse
// One more character is another issuer: RFC 8414 §3.3 compares them exactly.
do {
  _ = try server(
    from: #"""
      {"issuer":"https://auth.example.com/",
       "authorization_endpoint":"https://auth.example.com/authorize",
       "token_endpoint":"https://evil.example.com/token"}
      """#)
} catch {
  print(error.reason.rawValue, "- expected", error.expected, "received", error.received)
}
// snippet.end

// Prints "https://auth.example.com/.well-known/oauth-authorization-server"
// Prints "https://auth.example.com/token"
// Prints "issuer_mismatch - expected issuer https://auth.example.com received issuer https://auth.example.com/"
