import HTTPMessages
import Vocabulary

extension Condition {
  /// The token is not used.
  static let noAPICall = Condition("no call of the API") { observation in
    observation.apiCalls.isEmpty ? .passed() : .failed("a call of the API")
  }.after(.exchanged)

  /// The client sends one request to the token endpoint.
  static let oneTokenRequest = Condition("one token request") { observation in
    let count = observation.tokenRequests.count
    return count == 1 ? .passed() : .failed("\(count) token requests")
  }.after(.exchanged)

  /// The client gives up by itself.
  static let endsInTime = Condition("the end in bounded time", isPatient: true) { observation in
    observation.processes.contains { $0.ending == .timedOut || $0.ending == .stopped }
      ? .failed("the client was still waiting when the check ended it") : .passed()
  }.after(.exchanged)

  /// The client waits as the server says, or says so and ends.
  static func waits(seconds: Int) -> Condition {
    Condition(
      "no token request within \(seconds) s, or a message and an exit code other than 0",
      isPatient: true
    ) { observation in
      let requests = observation.tokenRequests
      guard requests.count > 1 else { return endsClearly.judge(observation) }
      let delay = (requests[1].at - requests[0].at).inSeconds
      return delay >= Double(seconds) - 0.1
        ? .passed("The client waited.")
        : .failed("the next token request \(delay.rounded(toPlaces: 1)) s later")
    }.after(.exchanged)
  }

  /// The redirect of the token endpoint is not followed.
  static let nothingElsewhere = Condition("nothing is sent to the other place") { observation in
    observation.exchanges.contains { $0.path == CaseServer.elsewhere }
      ? .failed("a request to the place that the redirect named") : .passed()
  }.after(.exchanged)

  /// The output names the missing scope.
  static let namesMissingScope = Condition(
    "a line of the output with the word profile, or no call of the API"
  ) { observation in
    if observation.apiCalls.isEmpty { return .passed("The client did not call the API.") }
    // The scopes as requested, and the path of the API, are not about what is missing.
    let others = ["activity profile sleep", "activity+profile+sleep", "activity%20profile%20sleep"]
    let output = (others + ["profile.json"]).reduce(observation.output) {
      $0.replacing($1, with: "")
    }
    let isNamed = output.contains("profile")
    return isNamed
      ? .passed() : .failed("a call of the API, and the output does not name the scope")
  }.after(.exchanged)

  /// No secret is printed, and only the owner can read the token file.
  static let keepsSecrets = Condition(
    "no secret in the output, and none in a file that other users can read"
  ) {
    observation in
    if SecretText.isFound(observation.secrets, in: observation.output) {
      return .failed("a token or the client secret in the output")
    }
    if let mode = observation.processes.first?.tokenFileMode, mode & 0o077 != 0 {
      return .failed("the token file with mode 0\(String(mode, radix: 8))")
    }
    if let file = observation.exposedFile { return .failed("a secret in the file \(file)") }
    // RFC 6749 §10.5: a code is short-lived and works once, so that a note is enough.
    return SecretText.isFound(observation.proofs, in: observation.output)
      ? .passed("The output contains a code or a verifier.") : .passed()
  }.after(.exchanged)

  /// A rejected refresh leads to a new authorization, or to a message.
  static let startsOverOrSays = Condition(
    "at most one refresh, then a new authorization, or a message and an exit code other than 0",
    isPatient: true
  ) { observation in
    if observation.refreshes.count > 1 {
      return .failed("\(observation.refreshes.count) refresh requests")
    }
    if observation.visits.count > 1 { return .passed("The client asked the user again.") }
    return endsClearly.judge(observation)
  }.after(.refreshed)
}
