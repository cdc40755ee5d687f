import Vocabulary

extension Scenario {
  /// The scenarios of the implicit flow, the successful ones first.
  static let implicit: [Scenario] = [
    .implicit(
      "granted", "the user grants all scopes, and the token is in the URL",
      story: "The user grants all scopes, and both steps succeed."),
    .implicit(
      "partial-scopes", "the user denies some scopes",
      story:
        "The user grants fewer scopes than requested. The client still gets a token and must work "
        + "with these scopes.",
      redirect: "implicit-partial-scopes-3-response.http"),
    .implicit(
      "denied", "the user denies: step 3 receives error=access_denied",
      story: "The user presses Deny. The fragment contains an error instead of a token.",
      redirect: "implicit-denied-3-response.http"),
    .implicit(
      "state-tampered", "the redirect contains a different state: step 3 fails",
      story: "An attacker sends the browser to the client's redirect URI with the attacker's own "
        + "token. The state reveals that.",
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
