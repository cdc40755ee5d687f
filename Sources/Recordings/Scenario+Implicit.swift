import Vocabulary

extension Scenario {
  /// The courses of the implicit flow, the successful ones first.
  static let implicit: [Scenario] = [
    .implicit(
      "granted", "the user allows everything, and the token stands in the address",
      story: "The user allows everything. The answer is the access token itself, in the address."),
    .implicit(
      "partial-scopes", "the user unticks some scopes",
      story:
        "The user allowed less than was asked for. The app gets a token all the same, and must "
        + "work with what it has.",
      redirect: "implicit-partial-scopes-3-response.http"),
    .implicit(
      "denied", "the user says no: step 3 gets error=access_denied",
      story: "The user pressed Deny. The fragment carries an error in the place of a token.",
      redirect: "implicit-denied-3-response.http"),
    .implicit(
      "state-tampered", "the redirect carries another state: step 3 stops",
      story: "Somebody lured the browser to the app's redirect URI with a token of their own. The "
        + "state gives them away.",
      redirect: "implicit-state-tampered-3-response.http"),
  ]

  private static func implicit(
    _ name: String, _ summary: String, story: String,
    redirect: RecordingFile = "implicit-granted-3-response.http"
  ) -> Scenario {
    Scenario(
      .implicit, name, summary, story: story,
      authorizationRequests: ["implicit-granted-2-request.http"],
      redirect: redirect, tokenRequests: [], response: nil)
  }
}
