// Step 4: build the request that exchanges the code for tokens.

// snippet.grant
import HTTPMessages
import Step4TokenRequest
import Vocabulary

let redirectURI = try RedirectURI("https://app.example.com/callback")
let grant = Grant.authorizationCode(
  AuthorizationCode("7b64"),
  verifier: try CodeVerifier("01234567890123456789012345678901234567890123456789"),
  redirectURI: redirectURI)
// snippet.end

// snippet.build
/// Returns the token request of a client with or without a secret.
func build(_ type: ApplicationType, _ secret: ClientSecret?) throws -> HTTPRequest {
  let client = Client(
    identifier: "ABC123", applicationType: type, redirectURI: redirectURI, secret: secret)
  return try TokenRequest(server: .fitbit, client: client, grant: grant).output()
}
// snippet.end

// snippet.authenticate
// A server application authenticates. A client application has no secret for that.
let server = try build(.server, ClientSecret("DEF456"))
print("server", server.method, server.url)
print("  Authorization:", server.fields.value(of: "Authorization") ?? "none")
let app = try build(.client, nil)
print("client", app.method, app.url)
print("  Authorization:", app.fields.value(of: "Authorization") ?? "none")
// snippet.end

// snippet.body
// The body is the same for both.
print(server.form == app.form)
print(app.form?.pairs.map(\.name).joined(separator: ", ") ?? "no form")
// snippet.end

// Prints "server POST https://api.fitbit.com/oauth2/token"
// Prints "  Authorization: Basic QUJDMTIzOkRFRjQ1Ng=="
// Prints "client POST https://api.fitbit.com/oauth2/token"
// Prints "  Authorization: none"
// Prints "true"
// Prints "grant_type, client_id, code, code_verifier, redirect_uri"
