import Vocabulary

extension Scenario {
  /// The courses of the authorization code flow with PKCE, the successful ones first.
  static let pkce: [Scenario] = [
    .pkce(
      "granted", "the user allows everything, and the app gets its tokens",
      story: "The user allows everything, and nothing goes wrong."),
    .pkce(
      "partial-scopes", "the user unticks some scopes",
      story: "The user allowed less than was asked for. The app gets tokens all the same, and must "
        + "work with what it has.",
      response: "pkce-partial-scopes-5-response.http"),
    .pkce(
      "denied", "the user says no: step 3 gets error=access_denied",
      story: "The user pressed Deny. The redirect carries an error in the place of a code.",
      redirect: "pkce-denied-3-response.http"),
    .pkce(
      "state-tampered", "the redirect carries another state: step 3 stops",
      story: "Somebody lured the browser to the app's redirect URI with a code of their own. The "
        + "state gives them away.",
      redirect: "pkce-state-tampered-3-response.http"),
    .pkce(
      "code-expired", "more than 10 minutes pass before step 4",
      story:
        "The app waited too long between step 3 and step 4: at Fitbit a code lives 10 minutes.",
      response: "pkce-code-expired-5-response.http"),
    .pkce(
      "code-reused", "the same code is exchanged a second time",
      story:
        "The app already exchanged this code, and tries again: a reload of the redirect page, or "
        + "a retry after a time-out.",
      response: "pkce-code-reused-5-response.http"),
    .pkce(
      "wrong-verifier", "step 4 sends the verifier of another authorization",
      story: "The app made a new verifier for step 4 instead of keeping the one of step 1. To the "
        + "server it looks just like a thief with a stolen code.",
      mistake: Mistake(
        parameter: "code_verifier", value: "Xq0mB4dWcVt8uH1yRk6JzLp3sEoAgN9iFf2TbQ7hMxY",
        explanation: "Wrong on purpose: this verifier belongs to another authorization."),
      tokenRequests: [
        "pkce-wrong-verifier-4-request.http", "pkce-wrong-verifier-public-4-request.http",
      ],
      response: "pkce-wrong-verifier-5-response.http"),
    .pkce(
      "wrong-secret", "step 4 authenticates with a wrong client secret",
      story: "The app's configuration holds a mistyped secret. Only server applications have one.",
      mistake: .wrongSecret,
      tokenRequests: ["pkce-wrong-secret-4-request.http"],
      response: "pkce-wrong-secret-5-response.http"),
    .pkce(
      "redirect-mismatch", "step 4 sends another redirect_uri than step 2",
      story: "The app builds the redirect URI in two places, and one of them adds a slash.",
      mistake: .redirectURIWithSlash,
      tokenRequests: [
        "pkce-redirect-mismatch-4-request.http", "pkce-redirect-mismatch-public-4-request.http",
      ],
      response: "pkce-redirect-mismatch-5-response.http"),
    .pkce(
      "rate-limited", "the server has had too many calls: 429",
      story: "A loop in the app used up the calls of this hour.",
      response: "pkce-rate-limited-5-response.http"),
    .pkce(
      "gone", "the service is switched off: 410",
      story: "Fitbit's Web API after its announced end on 2 November 2026.",
      response: "pkce-gone-5-response.http"),
    .pkce(
      "not-json", "an HTML page comes instead of JSON",
      story: "A machine in front of the token endpoint answered in its place.",
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
