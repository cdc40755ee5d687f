// The client credentials flow: no browser and no user. The client gets its own token.

// snippet.request
import Flows
import HTTPMessages
import Recordings
import Step4TokenRequest
import Vocabulary

let client = Client(
  identifier: "ABC123", applicationType: .server,
  redirectURI: try RedirectURI("https://app.example.com/callback"),
  secret: ClientSecret("DEF456"))

// The whole flow is one request. Only the secret authenticates the client.
let request = try TokenRequest(server: .fitbit, client: client, grant: .clientCredentials)
  .output()
print(request.fields.value(of: "Authorization") ?? "no secret")
print(String(decoding: request.body, as: UTF8.self))
// snippet.end

// snippet.run
let scenario = Scenario.of(.clientCredentials)[0]
let tokens = try await ClientCredentialsGrant(
  server: .fitbit, client: client, origin: .recorded
).tokens(
  front: scenario.frontChannel, back: scenario.backChannel, now: { Scenario.recordedAt })

// The token represents the client, not a user. To renew it, the client requests another.
print("user:", tokens.userID ?? "none")
print("refresh token:", tokens.refreshToken == nil ? "none" : "one")
print("the client requests a new token after", tokens.expiresIn ?? 0, "seconds")
// snippet.end

// snippet.refuse
// A public client has no secret, so it cannot use this flow.
let app = Client(
  identifier: "ABC123", applicationType: .client, redirectURI: client.redirectURI,
  secret: nil)
do {
  _ = try TokenRequest(server: .fitbit, client: app, grant: .clientCredentials).output()
} catch {
  print(error.message)
}
// snippet.end

// Prints "Basic QUJDMTIzOkRFRjQ1Ng=="
// Prints "grant_type=client_credentials"
// Prints "user: none"
// Prints "refresh token: none"
// Prints "the client requests a new token after 28800 seconds"
// Prints "The client credentials grant requires a server application."
