import Vocabulary

extension Scenario {
  /// The courses of the authorization code flow without PKCE, the successful one first.
  static let code: [Scenario] = [
    .code(
      "granted", "the user allows everything, and the app gets its tokens",
      story: "The user allows everything, and nothing goes wrong. The client secret is what "
        + "stops a thief of the code."),
    .code(
      "denied", "the user says no: step 3 gets error=access_denied",
      story: "The user pressed Deny. The redirect carries an error in the place of a code.",
      redirect: "code-denied-3-response.http"),
    .code(
      "state-tampered", "the redirect carries another state: step 3 stops",
      story:
        "Somebody lured the browser to the app's redirect URI with a code of their own. Without "
        + "PKCE nothing else than the state would give them away.",
      redirect: "code-state-tampered-3-response.http"),
    .code(
      "code-expired", "more than 10 minutes pass before step 4",
      story:
        "The app waited too long between step 3 and step 4: at Fitbit a code lives 10 minutes.",
      response: "code-code-expired-5-response.http"),
    .code(
      "code-reused", "the same code is exchanged a second time",
      story:
        "The app already exchanged this code, and tries again: a reload of the redirect page, or "
        + "a retry after a time-out.",
      response: "code-code-reused-5-response.http"),
    .code(
      "wrong-secret", "step 4 authenticates with a wrong client secret",
      story:
        "The app's configuration holds a mistyped secret. A thief with a stolen code is no better off.",
      mistake: .wrongSecret, tokenRequest: "code-wrong-secret-4-request.http",
      response: "code-wrong-secret-5-response.http"),
    .code(
      "redirect-mismatch", "step 4 sends another redirect_uri than step 2",
      story: "The app builds the redirect URI in two places, and one of them adds a slash.",
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
