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
      request: .clientCredentialsWrongSecret4Request,
      response: .clientCredentialsWrongSecret5Response),
    .clientCredentials(
      "not-authorized", "the app is not entitled to this flow",
      story:
        "Fitbit gives this flow to business partners. Any other app is refused, with the right secret too.",
      response: .clientCredentialsNotAuthorized5Response),
  ]

  private static func clientCredentials(
    _ name: String, _ summary: String, story: String, mistake: Mistake? = nil,
    request: RecordingFile = .clientCredentialsGranted4Request,
    response: RecordingFile = .clientCredentialsGranted5Response
  ) -> Scenario {
    Scenario(
      .clientCredentials, name, summary, story: story, mistake: mistake, authorizationRequests: [],
      redirect: nil, tokenRequests: [request], response: response)
  }
}
