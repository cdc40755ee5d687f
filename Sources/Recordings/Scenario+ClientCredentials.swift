import Vocabulary

extension Scenario {
  /// The scenarios of the client credentials flow, the successful one first.
  static let clientCredentials: [Scenario] = [
    .clientCredentials(
      "granted", "the client gets its own token",
      story: "The client authenticates with its secret and gets a token. No user takes part."),
    .clientCredentials(
      "wrong-secret", "step 4 authenticates with a wrong client secret",
      story: "The client's configuration contains a mistyped secret.", mistake: .wrongSecret,
      request: "client-credentials-wrong-secret-4-request.http",
      response: "client-credentials-wrong-secret-5-response.http"),
    .clientCredentials(
      "not-authorized", "the client may not use this flow",
      story:
        "Fitbit offers this flow only to business partners. Any other client is rejected, even "
        + "with the right secret.",
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
