import Vocabulary

extension Scenario {
  /// The courses of the client credentials flow, the successful one first.
  static let clientCredentials: [Scenario] = [
    .clientCredentials(
      "granted", "the app gets a token of its own",
      story: "The app authenticates with its secret and gets a token. No user takes part."),
    .clientCredentials(
      "wrong-secret", "step 4 authenticates with a wrong client secret",
      story: "The app's configuration holds a mistyped secret.", mistake: .wrongSecret,
      request: "client-credentials-wrong-secret-4-request.http",
      response: "client-credentials-wrong-secret-5-response.http"),
    .clientCredentials(
      "not-authorized", "the app is not entitled to this flow",
      story:
        "Fitbit gives this flow to business partners. Any other app is refused, with the right secret too.",
      response: "client-credentials-not-authorized-5-response.http"),
  ]

  private static func clientCredentials(
    _ name: String, _ summary: String, story: String, mistake: Mistake? = nil,
    request: RecordingFile = "client-credentials-granted-4-request.http",
    response: RecordingFile = "client-credentials-granted-5-response.http"
  ) -> Scenario {
    Scenario(
      .clientCredentials, name, summary, story: story, mistake: mistake, authorizationRequests: [],
      redirect: nil, tokenRequests: [request], response: response)
  }
}
