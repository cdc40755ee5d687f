// Step 2: build the request that the user's browser opens.

// snippet.client
import HTTPMessages
import Step2AuthorizationRequest
import Vocabulary

let client = Client(
  identifier: "ABC123", applicationType: .client,
  redirectURI: try RedirectURI("https://app.example.com/callback"), secret: nil)

// A real client uses 16 new random octets for every transaction.
let state = State(randomOctets: Array(0..<16))
// snippet.end

// snippet.build
let step = AuthorizationRequest(
  server: .fitbit, client: client, scope: Scope("activity sleep"), state: state,
  challenge: CodeChallenge("-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM", method: .s256))
let request = try step.output()
// snippet.end

// snippet.read
// Nothing was sent: this is only the URL to open.
print(request.method, request.url.prefix { $0 != "?" })
for pair in request.query?.pairs ?? [] {
  print(" ", pair.name, "=", pair.value)
}
// snippet.end

// Prints "GET https://www.fitbit.com/oauth2/authorize"
// Prints "  response_type = code"
// Prints "  client_id = ABC123"
// Prints "  redirect_uri = https://app.example.com/callback"
// Prints "  scope = activity sleep"
// Prints "  state = AAECAwQFBgcICQoLDA0ODw"
// Prints "  code_challenge = -4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM"
// Prints "  code_challenge_method = S256"
