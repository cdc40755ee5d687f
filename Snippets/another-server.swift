// Another server is different data. The steps do not change.

// snippet.servers
import HTTPMessages
import Step2AuthorizationRequest
import Step4TokenRequest
import Vocabulary

let redirectURI = try RedirectURI("https://app.example.com/redirect")
let client = Client(
  identifier: "ABC123", applicationType: .server, redirectURI: redirectURI,
  secret: ClientSecret("DEF456"))

// Both are values of the same type. You describe a server of your own in the same way.
let servers = [AuthorizationServer.fitbit, .googleHealth]
// snippet.end

// snippet.difference
for server in servers {
  let request = try AuthorizationRequest(
    server: server, client: client, scope: Scope(server.suggestedScope ?? ""),
    state: State(randomOctets: Array(0..<16)),
    challenge: CodeChallenge("-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM", method: .s256)
  ).output()
  let extra = request.query?.pairs.filter { $0.name == "access_type" || $0.name == "prompt" }
  print(server.name, extra?.map { "\($0.name)=\($0.value)" } ?? [])

  // The secret is sent where this server expects it.
  let exchange = try TokenRequest(
    server: server, client: client,
    grant: .authorizationCode(
      AuthorizationCode("7b64"), verifier: CodeVerifier(String(repeating: "a", count: 43)),
      redirectURI: redirectURI)
  ).output()
  print("  header:", exchange.fields.value(of: "Authorization") ?? "none")
  print("  body:", exchange.form?.pairs.map(\.name).joined(separator: " ") ?? "none")
}
// snippet.end

// Prints "Fitbit []"
// Prints "  header: Basic QUJDMTIzOkRFRjQ1Ng=="
// Prints "  body: grant_type client_id code code_verifier redirect_uri"
// Prints "Google Health ["access_type=offline", "prompt=consent"]"
// Prints "  header: none"
// Prints "  body: grant_type client_id client_secret code code_verifier redirect_uri"
