// Step 4: build the request that exchanges the code for tokens.

import HTTPMessages
import Step4TokenRequest
import Vocabulary

let redirectURI = try RedirectURI("http://127.0.0.1:8089/callback")
let grant = Grant.authorizationCode(
  AuthorizationCode("7b64"),
  verifier: try CodeVerifier("01234567890123456789012345678901234567890123456789"),
  redirectURI: redirectURI)

// A server application proves who it is; a client application has no secret to prove it with.
for (type, secret) in [(ApplicationType.server, ClientSecret("DEF456")), (.client, nil)] {
  let client = Client(
    identifier: "ABC123", applicationType: type, redirectURI: redirectURI, secret: secret)
  let request = try TokenRequest(server: .fitbit, client: client, grant: grant).output()
  print(type.rawValue, request.method, request.url)
  print("  Authorization:", request.fields.value(of: "Authorization") ?? "none")
}

// The body is the same for both.
let client = Client(
  identifier: "ABC123", applicationType: .client, redirectURI: redirectURI, secret: nil)
let request = try TokenRequest(server: .fitbit, client: client, grant: grant).output()
print(request.form?.pairs.map(\.name).joined(separator: ", ") ?? "no form")

// Prints "server POST https://api.fitbit.com/oauth2/token"
// Prints "  Authorization: Basic QUJDMTIzOkRFRjQ1Ng=="
// Prints "client POST https://api.fitbit.com/oauth2/token"
// Prints "  Authorization: none"
// Prints "grant_type, client_id, code, code_verifier, redirect_uri"
