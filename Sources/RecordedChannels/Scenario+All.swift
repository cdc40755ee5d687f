extension Scenario {
  /// When the recorded answers were made, in seconds since 1970-01-01 00:00 UTC.
  ///
  /// It is the `Date` of every recorded response, so that a recorded walk is the same at every run.
  public static let recordedAt: Int64 = 1_795_348_800

  /// Every scenario of the authorization code flow with PKCE, the successful ones first.
  public static let all: [Scenario] = [
    Scenario(
      "granted", "the user allows everything, and the app gets its tokens",
      story: "The user allows everything, and nothing goes wrong."),
    Scenario(
      "partial-scopes", "the user unticks some scopes",
      story: "The user allowed less than was asked for. The app gets tokens all the same, and must "
        + "work with what it has.",
      response: .partialScopes5Response),
    Scenario(
      "denied", "the user says no: step 3 gets error=access_denied",
      story: "The user pressed Deny. The redirect carries an error in the place of a code.",
      redirect: .denied3Response),
    Scenario(
      "state-tampered", "the redirect carries another state: step 3 stops",
      story: "Somebody lured the browser to the app's redirect URI with a code of their own. The "
        + "state gives them away.",
      redirect: .stateTampered3Response),
    Scenario(
      "code-expired", "more than 10 minutes pass before step 4",
      story:
        "The app waited too long between step 3 and step 4: at Fitbit a code lives 10 minutes.",
      response: .codeExpired5Response),
    Scenario(
      "code-reused", "the same code is exchanged a second time",
      story:
        "The app already exchanged this code, and tries again: a reload of the redirect page, or "
        + "a retry after a time-out.",
      response: .codeReused5Response),
    Scenario(
      "wrong-verifier", "step 4 sends the verifier of another authorization",
      story: "The app made a new verifier for step 4 instead of keeping the one of step 1. To the "
        + "server it looks just like a thief with a stolen code.",
      mistake: Mistake(
        parameter: "code_verifier", value: "Xq0mB4dWcVt8uH1yRk6JzLp3sEoAgN9iFf2TbQ7hMxY",
        explanation: "Wrong on purpose: this verifier belongs to another authorization."),
      tokenRequests: [.wrongVerifier4Request, .wrongVerifier4PublicRequest],
      response: .wrongVerifier5Response),
    Scenario(
      "wrong-secret", "step 4 authenticates with a wrong client secret",
      story: "The app's configuration holds a mistyped secret. Only server applications have one.",
      mistake: Mistake(
        parameter: "client_secret", value: "DEF457",
        explanation: "Wrong on purpose: the secret of this client is DEF456."),
      tokenRequests: [.wrongSecret4Request], response: .wrongSecret5Response),
    Scenario(
      "redirect-mismatch", "step 4 sends another redirect_uri than step 2",
      story: "The app builds the redirect URI in two places, and one of them adds a slash.",
      mistake: Mistake(
        parameter: "redirect_uri", value: "http://127.0.0.1:8089/callback/",
        explanation: "Wrong on purpose: step 2 sent it without the slash at the end."),
      tokenRequests: [.redirectMismatch4Request, .redirectMismatch4PublicRequest],
      response: .redirectMismatch5Response),
    Scenario(
      "rate-limited", "the server has had too many calls: 429",
      story: "A loop in the app used up the calls of this hour.",
      response: .rateLimited5Response),
    Scenario(
      "gone", "the service is switched off: 410",
      story: "Fitbit's Web API after its announced end on 2 November 2026.",
      response: .gone5Response),
    Scenario(
      "not-json", "an HTML page comes instead of JSON",
      story: "A machine in front of the token endpoint answered in its place.",
      response: .notJSON5Response),
  ]

  /// The scenario of a name; `nil` if there is none.
  public static func named(_ name: String) -> Scenario? { all.first { $0.name == name } }
}
