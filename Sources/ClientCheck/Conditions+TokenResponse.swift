import HTTPMessages

extension Condition {
  /// The token is not used.
  static let noAPICall = Condition("no API call with the token", isPatient: true) { observation in
    observation.tokenCalls.isEmpty ? .passed() : .failed("an API call with the token")
  }.after(.exchanged)

  /// The client sends one request to the token endpoint.
  static let oneTokenRequest = Condition("one token request") { observation in
    let count = observation.tokenRequests.count
    return count == 1 ? .passed() : .failed("\(count) token requests")
  }.after(.exchanged)

  /// The client gives up by itself.
  static let endsInTime = Condition("an exit before the time limit", isPatient: true) {
    observation in
    observation.processes.contains { $0.ending == .timedOut || $0.ending == .stopped }
      ? .failed("the client was still waiting when the check ended it") : .passed()
  }.after(.exchanged)

  /// The client waits as the server says, or says so and ends.
  static func waits(seconds: Int) -> Condition {
    Condition(
      "a token request after \(seconds) s or more, or a message and an exit code other than 0",
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
  static let nothingElsewhere = Condition(
    "nothing is sent to that URL", isPatient: true
  ) { observation in
    observation.exchanges.contains { $0.path == CaseServer.elsewhere }
      ? .failed("a request to the URL that the redirect named") : .passed()
  }.after(.exchanged)

  /// The output names the missing scope, in any language.
  static let namesMissingScope = Condition(
    "output that names the missing scope, profile, or no API call", isPatient: true
  ) { observation in
    if observation.tokenCalls.isEmpty { return .passed("The client did not call the API.") }
    let isNamed = observation.output.split(whereSeparator: \.isNewline).contains { line in
      // A line of every run, one with every requested scope, and one about the API's response name
      // nothing missing.
      let others = ["profile.json", " 403", "sleep"]
      return line.contains("profile") && !others.contains(where: line.contains)
        && !observation.earlier.lines.contains(line)
    }
    return isNamed ? .passed() : .failed("an API call, and output that does not name the scope")
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
    if observation.visits.count > 1 {
      return observation.reusedValue.map {
        .failed(
          "the same \($0) in two transactions",
          advice: "Generate a new state and a new verifier for every transaction.")
      } ?? .passed("The client asked the user again.")
    }
    return endsClearly.judge(observation)
  }.after(.refreshed)
}
