import Vocabulary

extension Scenario {
  /// The scenarios of the authorization code flow with PKCE, the successful ones first.
  static let pkce: [Scenario] = [
    .pkce(
      "granted", "the user grants all scopes, and the client gets tokens",
      story: "The user grants all scopes, and every step succeeds."),
    .pkce(
      "partial-scopes", "the user denies some scopes",
      story: "The user grants fewer scopes than requested. The client still gets tokens and must "
        + "work with these scopes.",
      response: "pkce-partial-scopes-5-response.http"),
    .pkce(
      "denied", "the user denies: step 3 receives error=access_denied",
      story: "The user presses Deny. The redirect contains an error instead of a code.",
      redirect: "pkce-denied-3-response.http"),
    .pkce(
      "state-tampered", "the redirect contains a different state: step 3 fails",
      story: "An attacker sends the browser to the client's redirect URI with the attacker's own "
        + "code. The state reveals that.",
      redirect: "pkce-state-tampered-3-response.http"),
    .pkce(
      "code-expired", "more than 10 minutes pass before step 4",
      story:
        "The client waits too long between steps 3 and 4: at Fitbit a code is valid for 10 "
        + "minutes.",
      response: "pkce-code-expired-5-response.http"),
    .pkce(
      "code-reused", "the same code is exchanged a second time",
      story:
        "The client exchanges the same code again: the user reloads the redirect page, or the "
        + "client retries after a timeout.",
      response: "pkce-code-reused-5-response.http"),
    .pkce(
      "wrong-verifier", "step 4 sends the verifier of another transaction",
      story:
        "The client creates a new verifier for step 4 instead of using the one from step 1. To "
        + "the server, it looks like an attacker with a stolen code.",
      mistake: Mistake(
        parameter: "code_verifier", value: "Xq0mB4dWcVt8uH1yRk6JzLp3sEoAgN9iFf2TbQ7hMxY",
        explanation: "Wrong on purpose: this verifier belongs to another transaction."),
      tokenRequests: [
        "pkce-wrong-verifier-4-request.http", "pkce-wrong-verifier-public-4-request.http",
      ],
      response: "pkce-wrong-verifier-5-response.http"),
    .pkce(
      "wrong-secret", "step 4 authenticates with a wrong client secret",
      story:
        "The client's configuration contains a mistyped secret. Only server applications have one.",
      mistake: .wrongSecret,
      tokenRequests: ["pkce-wrong-secret-4-request.http"],
      response: "pkce-wrong-secret-5-response.http"),
    .pkce(
      "redirect-mismatch", "the redirect_uri in step 4 differs from the one in step 2",
      story: "The client builds the redirect URI in two places, and one of them adds a slash.",
      mistake: .redirectURIWithSlash,
      tokenRequests: [
        "pkce-redirect-mismatch-4-request.http", "pkce-redirect-mismatch-public-4-request.http",
      ],
      response: "pkce-redirect-mismatch-5-response.http"),
    .pkce(
      "rate-limited", "the client made too many calls: 429",
      story: "A loop in the client used up this hour's calls.",
      response: "pkce-rate-limited-5-response.http"),
    .pkce(
      "gone", "the service was shut down: 410",
      story: "This is Fitbit's Web API after its announced shutdown on November 2, 2026.",
      response: "pkce-gone-5-response.http"),
    .pkce(
      "not-json", "the response is an HTML page instead of JSON",
      story: "A proxy in front of the token endpoint responds in its place.",
      response: "pkce-not-json-5-response.http"),
  ]

  private static func pkce(
    _ name: String, _ summary: String, story: String, mistake: Mistake? = nil,
    redirect: RecordingFile = "pkce-granted-3-response.http",
    tokenRequests: [RecordingFile] = [
      "pkce-granted-4-request.http", "pkce-granted-public-4-request.http",
    ],
    response: RecordingFile = "pkce-granted-5-response.http"
  ) -> Scenario {
    Scenario(
      .pkce, name, summary, story: story, mistake: mistake,
      authorizationRequests: ["pkce-granted-2-request.http"], redirect: redirect,
      tokenRequests: tokenRequests,
      response: response)
  }
}
