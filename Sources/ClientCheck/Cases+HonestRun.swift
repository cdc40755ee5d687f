import Vocabulary

extension CheckCase {
  /// Stage A: nothing is poisoned, and the client's own requests are examined.
  static let honestRun: [CheckCase] = [
    CheckCase(
      "A1", "an honest run", .must, .rfc6749("4.1"), lesson: 15, passes: .completesHonestRun,
      why: "Every other case starts from a run that works.",
      fix: "Open the authorization URL, exchange the code, and send the access token to the API."),
    CheckCase(
      "A2", "two runs", .must, .rfc9700("2.1.1"), lesson: 1,
      passes: .newValues,
      why: "An attacker who knows an old value can use it against the next transaction.",
      fix: "Generate a new state and a new verifier for every transaction."),
    CheckCase(
      "A3", "the code challenge", .must, .rfc7636("4.2"), lesson: 1, runs: .shared,
      passes: .challenge,
      why: "Otherwise an attacker can exchange a stolen code.",
      fix: "Send base64url(SHA-256(verifier)) without padding, and code_challenge_method=S256. The "
        + "verifier has 43 to 128 characters."),
    CheckCase(
      "A4", "the state", .should, .rfc6749("10.12"), lesson: 2, passes: .state,
      why: "Without an unguessable state, an attacker can plant a redirect.",
      fix: "Send a state of at least 16 random octets, and compare it in the redirect."),
    CheckCase(
      "A5", "the authorization URL", .must, .rfc6749("2.3.1"), lesson: 2, runs: .shared,
      passes: .cleanURL,
      why: "A URL can end up in the browser's history and in server logs.",
      fix: "Send response_type=code, and keep the secret, the verifier, and tokens out of URLs."),
    CheckCase(
      "A6", "the listener", .practice, .rfc8252("8.3"), lesson: 3, runs: .shared,
      passes: .loopbackOnly,
      why: "Other machines on the network could send redirects to the client.",
      fix: "Bind the listener to 127.0.0.1, not to every address."),
    CheckCase(
      "A7", "the token request", .must, .rfc6749("4.1.3"), lesson: 4, runs: .shared,
      passes: .tokenRequest,
      why: "A server can reject a token request in any other form.",
      fix: "Send a POST with a form body: each parameter once, and the same redirect_uri."),
    CheckCase(
      "A8", "client authentication", .must, .rfc6749("2.3"), lesson: 4, runs: .shared,
      passes: .oneAuthentication,
      why:
        "A server can reject a request that uses two methods, or credentials that it cannot decode.",
      fix:
        "Send the secret in the Authorization header field or in the body, not in both. In the field, "
        + "form-encode client ID and secret first."),
    CheckCase(
      "A9", "the access token", .must, .rfc9700("4.3.2"), lesson: 6, runs: .shared,
      passes: .tokenInHeader,
      why: "A token in a URL can end up in histories and logs.",
      fix: "Send the access token in the header field Authorization: Bearer."),
  ]
}
