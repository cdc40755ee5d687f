import Vocabulary

extension Scenario {
  /// The scenarios of the authorization code flow without PKCE, the successful one first.
  static let code: [Scenario] = [
    .code(
      "granted", "the user grants all scopes, and the client gets tokens",
      story: "The user grants all scopes, and every step succeeds."),
    .code(
      "denied", "the user denies: step 3 receives error=access_denied",
      story: "The user presses Deny. The redirect contains an error instead of a code.",
      redirect: "code-denied-3-response.http"),
    .code(
      "state-tampered", "the redirect contains a different state: step 3 fails",
      story:
        "An attacker sends the browser to the client's redirect URI with the attacker's own code. "
        + "Without PKCE, only the state reveals that.",
      redirect: "code-state-tampered-3-response.http"),
    .code(
      "code-expired", "more than 10 minutes pass before step 4",
      story:
        "The client waits too long between steps 3 and 4: at Fitbit a code is valid for 10 "
        + "minutes.",
      response: "code-code-expired-5-response.http"),
    .code(
      "code-reused", "the same code is exchanged a second time",
      story:
        "The client exchanges the same code again: the user reloads the redirect page, or the "
        + "client retries after a timeout.",
      response: "code-code-reused-5-response.http"),
    .code(
      "wrong-secret", "step 4 authenticates with a wrong client secret",
      story:
        "The client's configuration contains a mistyped secret. An attacker with a stolen code "
        + "fails in the same way.",
      mistake: .wrongSecret, tokenRequest: "code-wrong-secret-4-request.http",
      response: "code-wrong-secret-5-response.http"),
    .code(
      "redirect-mismatch", "the redirect_uri in step 4 differs from the one in step 2",
      story: "The client builds the redirect URI in two places, and one of them adds a slash.",
      mistake: .redirectURIWithSlash, tokenRequest: "code-redirect-mismatch-4-request.http",
      response: "code-redirect-mismatch-5-response.http"),
  ]

  private static func code(
    _ name: String, _ summary: String, story: String, mistake: Mistake? = nil,
    redirect: RecordingFile = "code-granted-3-response.http",
    tokenRequest: RecordingFile = "code-granted-4-request.http",
    response: RecordingFile = "code-granted-5-response.http"
  ) -> Scenario {
    Scenario(
      .code, name, summary, story: story, mistake: mistake,
      authorizationRequests: ["code-granted-2-request.http"], redirect: redirect,
      tokenRequests: [tokenRequest], response: response)
  }
}
