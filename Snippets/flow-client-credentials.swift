// The client credentials flow: no browser, no user; the app gets a token of its own.

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

// The whole flow is one request. The secret in its header is all that proves anything.
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

// Nobody was asked: the token represents the app, and no user. To renew it, the app asks again.
print("user:", tokens.userID ?? "none")
print("refresh token:", tokens.refreshToken == nil ? "none" : "one")
print("a new token is asked for after", tokens.expiresIn ?? 0, "seconds")
// snippet.end

// snippet.refuse
// An app that everybody can take apart has no secret: there is no request for it.
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
// Prints "a new token is asked for after 28800 seconds"
// Prints "Client credentials need a server application."
