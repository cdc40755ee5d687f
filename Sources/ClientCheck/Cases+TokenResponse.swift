import HTTPMessages
import Vocabulary

extension CheckCase {
  /// Stage C: the token endpoint responds in another way.
  static let tokenResponse: [CheckCase] = [
    CheckCase(
      "C1", "token_type in another case", .must, .rfc6749("5.1"), lesson: 5,
      poisons: [.server(.tokenType("bEARER"))], passes: .completes,
      why: "The value is case-insensitive, and servers write it in different ways.",
      fix: "Compare token_type without regard to case."),
    CheckCase(
      "C2", "an unknown token_type", .must, .rfc6749("7.1"), lesson: 5,
      poisons: [.server(.tokenType("mac"))], passes: .noAPICall,
      why: "A token of another type is not used in the way of a bearer token.",
      fix: "Stop if token_type is not bearer."),
    CheckCase(
      "C3", "no expires_in", .must, .rfc6749("5.1"), lesson: 5,
      poisons: [.server(.withoutMember("expires_in"))], passes: .completes,
      why: "A server can leave expires_in out: it is recommended, not required.",
      fix: "Treat the lifetime as unknown, and refresh after a 401."),
    CheckCase(
      "C4", "fewer scopes than requested", .practice, .rfc6749("3.3"), lesson: 5,
      poisons: [Poison(decision: .grantsLess)], passes: .namesMissingScope,
      why: "A user can deny a scope, and a feature that needs it then fails.",
      fix: "Compare scope in the token response with the request, and say what is missing."),
    CheckCase(
      "C5", "unknown members", .must, .rfc6749("5.1"), lesson: 5,
      poisons: [.server(.extraMembers)], passes: .completes,
      why: "Servers add members, and a client that rejects them breaks.",
      fix: "Ignore members that you do not know."),
    CheckCase(
      "C6", "invalid_grant", .must, .rfc6749("4.1.2"), lesson: 12,
      poisons: [.server(.invalidGrant)], passes: .oneExchange,
      why: "The code may have been used. A second exchange can revoke its tokens.",
      fix: "Do not retry. Say what happened, and start a new transaction."),
    CheckCase(
      "C7", "200 with an error", .practice, .rfc6749("5.2"), lesson: 12,
      poisons: [.server(.errorWith200)], passes: .noAPICall.and(.endsClearly),
      why: "Some servers return 200 with an error in the body.",
      fix: "Check that access_token is a string before you use it."),
    CheckCase(
      "C8", "500 in HTML, not JSON, empty, 10 MB", .practice, .rfc6749("5.2"), lesson: 12,
      poisons: [
        .server(.tokenBody(status: 500, type: "text/html", body: .text("<h1>Error</h1>"))),
        .server(.tokenBody(status: 200, type: "application/json", body: .text("{\"access_tok"))),
        .server(.tokenBody(status: 200, type: "application/json", body: .text(""))),
        .server(.tokenBody(status: 200, type: "application/json", body: .octets(10_000_000))),
      ], passes: .endsClearly,
      why: "A proxy or an outage returns anything, and a crash hides the cause.",
      fix: "Limit the size of the body, handle a parse error, and say what was received."),
    CheckCase(
      "C9", "no response", .practice, .rfc9112("9.5"), lesson: 12,
      poisons: [.server(.noTokenResponse)], passes: .endsInTime,
      why: "A client without a timeout can wait indefinitely.",
      fix: "Set a timeout for every request, at most 10 seconds here."),
    CheckCase(
      "C10", "429 with Retry-After", .practice, .rfc9110("10.2.3"), lesson: 12,
      poisons: [.server(.tooManyRequests(seconds: 2))], passes: .waits(seconds: 2),
      why: "A client that retries at once makes an overload worse.",
      fix: "Wait as long as Retry-After says, or say when to try again."),
    CheckCase(
      "C11", "410 Gone", .practice, .rfc9110("15.5.11"), lesson: 12,
      poisons: [.server(.gone)], passes: .oneTokenRequest.and(.endsClearly),
      why: "410 means that the service is no longer available, probably permanently.",
      fix: "Do not retry. Say that the service no longer exists."),
    CheckCase(
      "C12", "307 to another place", .practice, .rfc9110("15.4.8"), lesson: 4,
      poisons: [.server(.redirectedTokenRequest)], passes: .nothingElsewhere,
      why:
        "A client that follows sends the same POST, with the code and the verifier, to another place.",
      fix: "Do not follow redirects at the token endpoint."),
    CheckCase(
      "C13", "no refresh token", .must, .rfc6749("5.1"), lesson: 5,
      poisons: [.server(.withoutMember("refresh_token"))], passes: .completes,
      why: "refresh_token is optional.",
      fix: "Work without a refresh token, and ask the user again when the token expires."),
    CheckCase(
      "C14", "secrets in the output and the token file", .must, .rfc6749("10.3"), lesson: 6,
      runs: .shared, passes: .keepsSecrets,
      why: "Logs are shared, and other users of the machine can read the file.",
      fix: "Print no secret, and create the token file with mode 0600."),
    CheckCase(
      "C15", "a rejected refresh in two forms", .practice, .rfc6749("5.2"), lesson: 12,
      poisons: [
        .server(.rejectedRefresh(isFitbits: true)), .server(.rejectedRefresh(isFitbits: false)),
      ], passes: .startsOverOrSays,
      why: "Servers write errors in different forms. Both mean that the user must authorize again.",
      fix: "Read errors[].errorType and error, and start a new transaction or say so."),
  ]
}

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
      "no token request within \(seconds) s, or a message and the end", isPatient: true
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
    "the output names the missing scope, profile, or the client does not call the API"
  ) { observation in
    if observation.apiCalls.isEmpty { return .passed("The client did not call the API.") }
    // A line that names every requested scope, such as the authorization URL, does not count.
    let isNamed = observation.output.split(separator: "\n")
      .contains { line in
        let words = line.replacing("profile.json", with: "")
        return words.contains("profile") && !words.contains("sleep")
      }
    return isNamed ? .passed() : .failed("a call of the API, and no word about it in the output")
  }.after(.exchanged)

  /// No secret is printed, and only the owner can read the token file.
  static let keepsSecrets = Condition("no secret in the output; a token file with mode 0600") {
    observation in
    // A line of a log can contain them percent-encoded.
    let output = observation.output + "\n" + ((try? Form.decode(observation.output)) ?? "")
    if observation.secrets.contains(where: { $0.utf8.count >= 6 && output.contains($0) }) {
      return .failed("a token or the client secret in the output")
    }
    if let mode = observation.processes.first?.tokenFileMode, mode & 0o077 != 0 {
      return .failed("a token file with mode 0\(String(mode, radix: 8))")
    }
    // RFC 6749 §10.5: a code is short-lived and works once, so that a note is enough.
    return observation.proofs.contains { output.contains($0) }
      ? .passed("The output contains a code or a verifier.") : .passed()
  }.after(.exchanged)

  /// A rejected refresh leads to a new authorization, or to a message.
  static let startsOverOrSays = Condition(
    "a new authorization, or a message and the end", isPatient: true
  ) { observation in
    if observation.refreshes.count > 1 {
      return .failed("\(observation.refreshes.count) refresh requests")
    }
    if observation.visits.count > 1 { return .passed("The client asked the user again.") }
    return endsClearly.judge(observation)
  }.after(.refreshed)
}
